import type { MentorshipState } from '../../gadget/domain/mentee.ts';
import { drawMentor, type Mentor, readMentors } from '../../gadget/domain/mentors.ts';
import type { Store } from '../store/store.ts';
import type { User } from '../store/users.ts';

/** What somebody's attempt to change a mentor comes to; the words are the API's error codes. */
export type MentorChange =
	| { readonly done: true; readonly before: User | null }
	| {
			readonly done: false;
			readonly reason:
				| 'growthexperiments-homepage-claimmentee-opt-out'
				| 'growthexperiments-homepage-claimmentee-already-mentor';
	  };

/** GrowthExperiments' mentorship, as its branch REL1_43 has it. */
export interface Mentorship {
	/** The mentors on the list, as the page says them. */
	mentors(): Mentor[];
	isMentor(user: User): boolean;
	/** `disabled` for whoever can have no mentor: temporary and blocked accounts. */
	stateOf(user: User): MentorshipState;
	/** At somebody's own wish. Opting out drops the mentor; opting in draws one. */
	setState(user: User, state: MentorshipState): void;
	/** The mentor as it is; `null` for somebody opted out. */
	mentorOf(user: User): User | null;
	/** The mentor, drawn now where there is none yet: as a visit to the Homepage does. */
	assignMentor(user: User): User | null;
	/** Gives a mentee a certain mentor, and says so in the public log. */
	changeMentor(change: {
		readonly mentee: User;
		readonly mentor: User;
		readonly performer: User;
		readonly reason: string;
	}): MentorChange;
}

export interface MentorshipDependencies {
	readonly store: Store;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** From 0 up to, but not including, 1: whom the lot falls on. */
	readonly random: () => number;
}

/** The title of the mentor list. */
export const mentorListTitle = 'MediaWiki:GrowthMentors.json';

/** Mentorship on the store's mentees; the list of mentors is read anew each time, from its page. */
export function createMentorship({ store, now, random }: MentorshipDependencies): Mentorship {
	const mentors = () => readMentorList(store);
	const stateOf = (user: User): MentorshipState =>
		user.temporary || user.blocked ? 'disabled' : store.mentees.stateOf(user.id);
	const mentorOf = (user: User): User | null => {
		const id = store.mentees.mentorOf(user.id);
		return id === null || stateOf(user) === 'optedOut' ? null : store.users.byId(id);
	};
	const assignMentor = (user: User): User | null => {
		const mentor = mentorOf(user);
		if (mentor !== null || stateOf(user) !== 'enabled') {
			return mentor;
		}
		const drawn = drawMentor(mentors(), [user.id], now(), random());
		if (drawn === null) {
			return null;
		}
		store.mentees.setMentor(user.id, drawn.id);
		return store.users.byId(drawn.id);
	};
	const setState = (user: User, state: MentorshipState): void =>
		store.transaction(() => {
			store.mentees.setState(user.id, state);
			if (state === 'optedOut') {
				store.mentees.setMentor(user.id, null);
			} else if (state === 'enabled') {
				store.mentees.noteAsked(user.id);
			}
			assignMentor(user);
		});
	return {
		mentors,
		isMentor: (user) => mentors().some(({ id }) => id === user.id),
		stateOf,
		setState,
		mentorOf,
		assignMentor,
		changeMentor: ({ mentee, mentor, performer, reason }) => {
			if (stateOf(mentee) === 'optedOut') {
				store.mentees.setMentor(mentee.id, null);
				return { done: false, reason: 'growthexperiments-homepage-claimmentee-opt-out' };
			}
			const before = mentorOf(mentee);
			if (before?.id === mentor.id) {
				return { done: false, reason: 'growthexperiments-homepage-claimmentee-already-mentor' };
			}
			store.transaction(() => {
				store.mentees.setMentor(mentee.id, mentor.id);
				logChange(store, { mentee, mentor, performer, reason, before, timestamp: now() });
				if (stateOf(mentee) === 'disabled') {
					store.mentees.setState(mentee.id, 'enabled');
				}
			});
			return { done: true, before };
		},
	};
}

function readMentorList(store: Store): Mentor[] {
	const page = store.pages.find(mentorListTitle);
	const mentors = readMentors(page === null ? null : JSON.parse(page.latest.content));
	// An entry without an account is somebody's slip; nobody may get it as a mentor.
	return mentors.filter(({ id }) => store.users.byId(id) !== null);
}

function logChange(
	store: Store,
	change: {
		readonly mentee: User;
		readonly mentor: User;
		readonly performer: User;
		readonly reason: string;
		readonly before: User | null;
		readonly timestamp: number;
	},
): void {
	const claims = change.performer.id === change.mentor.id;
	const action = claims ? 'claimmentee' : 'setmentor';
	store.log.add({
		timestamp: change.timestamp,
		type: 'growthexperiments',
		action: change.before === null ? `${action}-no-previous-mentor` : action,
		userId: change.performer.id,
		title: `User:${change.mentee.name}`,
		comment: change.reason,
		parameters: {
			...(change.before !== null && { '4::previous-mentor': change.before.name }),
			...(!claims && { '5::new-mentor': change.mentor.name }),
		},
	});
}
