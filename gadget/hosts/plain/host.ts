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
	/** The person's own user id: they cannot be their own mentor. */
	readonly ownId: number;
	/** As it was when the page was made. */
	readonly memory: Memory;
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
	 * The mentor who comes back when the person asks for one: the one they had, while they are listed.
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
	random,
	memory: memoryOnPage,
}: PlainHostDependencies): PlainHost {
	let memory = memoryOnPage;

	/**
	 * Changes the memory as the wiki has it now, and gives the mentor that it then asks for, but none
	 * who could not answer.
	 *
	 * @param change Is also told the wiki's time, in milliseconds since 1970: it decides, not the browser's.
	 */
	async function assign(
		change: (memory: Memory, now: number) => Memory,
	): Promise<GivenMentor<MentorProfile>> {
		const answer = await api.get<MentorListAnswer & OptionsAnswer & { curtimestamp?: string }>({
			action: 'query',
			curtimestamp: 1,
			...mentorListParameters,
			...freshOptionsParameters,
		});
		const now = Date.parse(answer.curtimestamp ?? '');
		if (!now) {
			throw new ApiError('server');
		}
		const changed = change(readFreshMemory(answer), now);
		let mentors = mentorsIn(answer);
		for (;;) {
			const choice = chooseMentor(mentors, changed, ownId, now, random());
			if (!choice) {
				if (changed.pending) {
					await save(changed);
				}
				throw new ApiError('no-mentor');
			}
			const { mentor, isSubstitute } = choice;
			const { id } = mentor;
			const activity = activityIn(await api.get({ action: 'query', ...activityParameters(id) }));
			if (!activity.isOut) {
				await save(rememberMentor(changed, { name: activity.name ?? mentor.name, id }));
				return { mentor: describeAndKeep(id, mentor, mentor, activity), isSubstitute };
			}
			mentors = mentors.filter((other) => other !== mentor);
		}
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
			show(describeAndKeep(id, remembered, listed, activityIn(answer)));
		}
	}

	return {
		choosableMentor: () => (memory.state && memory.mentor ? memory.mentor.name : null),

		async followMentor(show) {
			const id = memory.mentor?.id;
			if (id && !memory.pending) {
				await refresh(id, show);
			} else {
				show((await assign((fresh) => fresh)).mentor);
			}
		},

		async findReturningMentor() {
			const { mentor } = memory;
			const answer = await api.get<MentorListAnswer & ActivityAnswer>({
				action: 'query',
				...mentorListParameters,
				...(mentor?.id && activityParameters(mentor.id)),
			});
			const listed = findMentor(mentorsIn(answer), mentor);
			const activity = mentor?.id ? activityIn(answer) : undefined;
			return listed && !activity?.isOut ? activity?.name || listed.name : undefined;
		},

		getMentor: (wish) => assign((fresh, now) => rememberAsked(fresh, wish, now)),

		async optOut() {
			const answer = await api.get<OptionsAnswer>({ action: 'query', ...freshOptionsParameters });
			await save(rememberOptOut(readFreshMemory(answer)));
		},
	};
}

/** What the card says of a mentor; the browser keeps it, to show it at once at the next visit. */
function describeAndKeep(id: number, ...known: Parameters<typeof describeMentor>): MentorProfile {
	const mentor = describeMentor(...known);
	keepMentor(id, mentor);
	return mentor;
}
