import {
	type Memory,
	rememberAsked,
	rememberMentor,
	rememberOptOut,
	type Wish,
} from '../../domain/memory.ts';
import { chooseMentor, findMentor } from '../../domain/mentors.ts';
import { ApiError, type WikiApi } from '../../wiki/api.ts';
import { keepMentor, readKeptMentor } from '../../wiki/keptMentor.ts';
import {
	freshOptionsParameters,
	type OptionsAnswer,
	readFreshMemory,
	saveMemory,
} from '../../wiki/memoryOption.ts';
import {
	type ActivityAnswer,
	activityIn,
	activityParameters,
	describeMentor,
	type MentorListAnswer,
	mentorListParameters,
	mentorsIn,
} from '../../wiki/mentorList.ts';
import type { GivenMentor, MentorProfile, MentorshipHost } from '../host.ts';

export interface PlainHostDependencies {
	readonly api: WikiApi;
	/** The person's own user id: nobody is their own mentor. */
	readonly ownId: number;
	/** As it was when the page was made. */
	readonly memory: Memory;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** A number from 0 up to, but not including, 1. */
	readonly random: () => number;
}

/** Where the wiki itself knows nothing of mentorship, the gadget does all of it. */
export interface PlainHost extends MentorshipHost {
	/**
	 * Shows the person's mentor: at once what this browser knows, then what the wiki says. Gives
	 * them one first where they have none.
	 */
	followMentor(show: (mentor: MentorProfile) => void): Promise<void>;
	/**
	 * The mentor who comes back when somebody asks for one: the one they had, while they are listed.
	 */
	findReturningMentor(): Promise<string | undefined>;
	getMentor(wish: Wish): Promise<GivenMentor<MentorProfile>>;
	/** Opts the person out by their own hand. */
	optOut(): Promise<void>;
}

/**
 * Mentorship on MediaWiki alone: state, mentor and memory are one option of the person's own, so
 * that each change of theirs is one write, done or not done.
 */
export function createPlainHost({
	api,
	ownId,
	now,
	random,
	memory: memoryOnPage,
}: PlainHostDependencies): PlainHost {
	let memory = memoryOnPage;

	/** Changes the memory as the wiki has it now, and gives the mentor that it then asks for. */
	async function assign(change: (memory: Memory) => Memory): Promise<GivenMentor<MentorProfile>> {
		const answer = await api.get<MentorListAnswer & OptionsAnswer>({
			action: 'query',
			...mentorListParameters,
			...freshOptionsParameters,
		});
		const mentors = mentorsIn(answer);
		const changed = change(readFreshMemory(answer));
		const choice = chooseMentor(mentors, changed, ownId, now(), random());
		if (!choice) {
			if (changed.pending) {
				await save(changed);
			}
			throw new ApiError('no-mentor');
		}
		const { mentor, isSubstitute } = choice;
		await save(rememberMentor(changed, { name: mentor.name, id: mentor.id }));
		return { mentor: describeMentor(mentor, mentor, undefined), isSubstitute };
	}

	async function save(changed: Memory): Promise<void> {
		await saveMemory(api, changed);
		memory = changed;
	}

	/** Shows a mentor as this browser knows them, then as the wiki does. */
	async function refresh(id: number, show: (mentor: MentorProfile) => void): Promise<void> {
		const remembered = memory.mentor ?? { name: '', id };
		show({ ...describeMentor(remembered, undefined, undefined), ...readKeptMentor(id) });
		const answer = await api.get<MentorListAnswer & ActivityAnswer>({
			action: 'query',
			...mentorListParameters,
			...activityParameters(id),
		});
		const mentors = mentorsIn(answer);
		const listed = findMentor(mentors, remembered);
		if (!listed && mentors.length > 0) {
			// They are no mentor any more: questions to them would stay unanswered.
			show((await assign((fresh) => fresh)).mentor);
		} else {
			const mentor = describeMentor(remembered, listed, activityIn(answer));
			keepMentor(id, mentor);
			show(mentor);
		}
	}

	return {
		choosableMentor: () => (memory.state && memory.mentor ? memory.mentor.name : null),

		async followMentor(show) {
			if (!memory.mentor?.id || memory.pending) {
				show((await assign((fresh) => fresh)).mentor);
			}
			if (memory.mentor?.id) {
				await refresh(memory.mentor.id, show);
			}
		},

		async findReturningMentor() {
			const answer = await api.get<MentorListAnswer>({ action: 'query', ...mentorListParameters });
			return findMentor(mentorsIn(answer), memory.mentor)?.name;
		},

		getMentor: (wish) => assign((fresh) => rememberAsked(fresh, wish, now())),

		async optOut() {
			const answer = await api.get<OptionsAnswer>({ action: 'query', ...freshOptionsParameters });
			await save(rememberOptOut(readFreshMemory(answer)));
		},
	};
}
