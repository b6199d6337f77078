import type { MentorshipState } from '../../gadget/domain/mentee.ts';
import { drawMentor, type Mentor } from '../../gadget/domain/mentors.ts';
import { shouldGraduate } from '../../gadget/domain/rule.ts';
import type { Store } from '../store/store.ts';
import type { User } from '../store/users.ts';
import { growthThresholds } from './growthThresholds.ts';
import { createMentorList, type MentorList } from './mentorList.ts';
import { logMentorChange, type NamedChange } from './mentorLog.ts';
import { isEnabledByMentor } from './options.ts';
import type { MediaWiki } from './site.ts';

/** What a person's attempt to change a mentor comes to; the words are the API's error codes. */
export type MentorChange =
	| { readonly done: true; readonly before: User | null }
	| {
			readonly done: false;
			readonly reason:
				| 'growthexperiments-homepage-claimmentee-opt-out'
				| 'growthexperiments-homepage-claimmentee-already-mentor';
	  };

/** GrowthExperiments' mentorship, as the branches REL1_43 and REL1_45 have it. */
export interface Mentorship {
	readonly list: Pick<MentorList, 'known' | 'flush'>;
	isMentor(user: User): boolean;
	/** `disabled` for people who cannot have a mentor: temporary accounts, and those blocked for ever. */
	stateOf(user: User): MentorshipState;
	/** At a person's own wish. Opting out drops the mentor; opting in draws one. */
	setState(user: User, state: MentorshipState): void;
	/** The mentor as it is; `null` for a person opted out. */
	mentorOf(user: User): User | null;
	/** The mentor whom a visit to the Homepage shows: drawn now, and stored by a job, where there is none. */
	showMentor(user: User): User | null;
	/** Gives a mentee a certain mentor, and says so in the public log. */
	changeMentor(change: NamedChange): MentorChange;
	/** After an edit: the wiki's own rule, where it has one, which does not remember the mentor. */
	noteEdit(author: User): void;
}

export interface MentorshipDependencies {
	readonly store: Store;
	readonly mediaWiki: MediaWiki;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** From 0 up to, but not including, 1: whom the lot falls on. */
	readonly random: () => number;
	/** Does the work some time after the request. */
	readonly later: (work: () => void) => void;
}

/** Mentorship on the store's mentees. */
export function createMentorship(dependencies: MentorshipDependencies): Mentorship {
	const { store, mediaWiki, now, random, later } = dependencies;
	const { mentees } = store;
	const list = createMentorList(store, mediaWiki, now);

	const stateOf = (user: User): MentorshipState =>
		user.temporary || (user.blocked && user.blockedUntil === null)
			? 'disabled'
			: mentees.stateOf(user.id);

	const mentorOf = (user: User): User | null => {
		const id = mentees.mentorOf(user.id);
		if (id === null || stateOf(user) !== 'optedOut') {
			return id === null ? null : store.users.byId(id);
		}
		// A job that came too late, which 1.43 never notices.
		if (mediaWiki.hasThresholds) {
			later(() => mentees.setMentor(user.id, null));
		}
		return null;
	};

	const draw = (user: User): User | null => {
		const mentors = list.onPage().map((mentor) => whenAway(mentor, mediaWiki));
		const drawn = drawMentor(mentors, [user.id], now(), random());
		return drawn === null ? null : store.users.byId(drawn.id);
	};

	const enable = (user: User): void => {
		mentees.setState(user.id, 'enabled');
		mentees.noteAsked(user.id, true);
	};

	return {
		list,
		isMentor: (user) => list.known().some(({ id }) => id === user.id),
		stateOf,
		setState: (user, state) =>
			store.transaction(() => {
				if (state === 'enabled') {
					enable(user);
					const mentor = mentorOf(user) ?? (stateOf(user) === 'enabled' ? draw(user) : null);
					mentees.setMentor(user.id, mentor?.id ?? null);
					return;
				}
				mentees.setState(user.id, state);
				if (state === 'optedOut') {
					mentees.setMentor(user.id, null);
				}
			}),
		mentorOf,
		showMentor: (user) => {
			const mentor = mentorOf(user);
			if (mentor !== null || stateOf(user) !== 'enabled') {
				return mentor;
			}
			const drawn = draw(user);
			if (drawn !== null) {
				later(() => mentees.setMentor(user.id, drawn.id));
			}
			return drawn;
		},
		changeMentor: (change) => {
			const { mentee, mentor } = change;
			if (stateOf(mentee) === 'optedOut') {
				mentees.setMentor(mentee.id, null);
				return { done: false, reason: 'growthexperiments-homepage-claimmentee-opt-out' };
			}
			const before = mentorOf(mentee);
			if (before?.id === mentor.id) {
				return { done: false, reason: 'growthexperiments-homepage-claimmentee-already-mentor' };
			}
			store.transaction(() => {
				mentees.setMentor(mentee.id, mentor.id);
				logMentorChange(store, change, before, now());
				if (mentees.stateOf(mentee.id) === 'disabled' && isEnabledByMentor(store, mentee)) {
					enable(mentee);
				}
			});
			return { done: true, before };
		},
		noteEdit: (author) => {
			if (meetsOwnRule(dependencies, author, stateOf(author), mentorOf)) {
				mentees.setState(author.id, 'optedOut');
				mentees.setMentor(author.id, null);
			}
		},
	};
}

/** Whether the wiki's own rule, where it has one, opts a person out. */
function meetsOwnRule(
	{ store, mediaWiki, now }: MentorshipDependencies,
	person: User,
	state: MentorshipState,
	mentorOf: (user: User) => User | null,
): boolean {
	const thresholds = mediaWiki.hasThresholds ? growthThresholds(store) : null;
	const isSpared = mediaWiki.isFrom146 && mentorOf(person) === null;
	const asked = store.mentees.hasAsked(person.id);
	return (
		thresholds !== null && !isSpared && shouldGraduate(state, asked, person, thresholds, now())
	);
}

/** Before 1.45 the lot falls on those who are away as well. */
function whenAway(mentor: Mentor, { hasThresholds }: MediaWiki): Mentor {
	return hasThresholds ? mentor : { ...mentor, awayUntil: null };
}
