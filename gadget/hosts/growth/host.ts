import type { Decision } from '../../domain/decision.ts';
import {
	hasAsked,
	hasGraduated,
	type Memory,
	rememberAsked,
	rememberDone,
	rememberGraduation,
	rememberMentor,
	type Wish,
} from '../../domain/memory.ts';
import { drawMentor } from '../../domain/mentors.ts';
import { ApiError, type WikiApi } from '../../wiki/api.ts';
import { createGrowthApi } from '../../wiki/growthApi.ts';
import {
	freshOptionsParameters,
	type OptionsAnswer,
	readFreshMemory,
	saveMemory,
} from '../../wiki/memoryOption.ts';
import { describeMentor } from '../../wiki/mentorList.ts';
import type { Person } from '../../wiki/page.ts';
import type { GivenMentor, MentorshipHost } from '../host.ts';

export interface GrowthHostDependencies {
	readonly api: WikiApi;
	readonly person: Person;
	/** As it was when the page was made. */
	readonly memory: Memory;
	/** The primary mentor whom the server's page names; `undefined` where it names none. */
	readonly mentorOnPage: string | undefined;
	/** Who is the mentor now, by the server's page as it is now. */
	readonly readMentorNow: () => Promise<string | undefined>;
	readonly decideOn: (memory: Memory) => Decision;
	/** The reason in the public log entry, in the language of whoever asked. */
	readonly fetchReason: () => Promise<string>;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** A number from 0 up to, but not including, 1. */
	readonly random: () => number;
	/** Where what the person need not know about is written. */
	readonly log: (error: unknown) => void;
}

/** GrowthExperiments keeps state and mentor; what it forgets is in the memory. */
export interface GrowthHost extends MentorshipHost {
	/**
	 * Opts the person out by the rule, which frees their mentor.
	 *
	 * @returns Whether they are opted out now; not where they have asked for a mentor elsewhere since.
	 */
	graduate(): Promise<boolean>;
	/**
	 * Finishes what was begun at an earlier visit.
	 *
	 * @returns The mentor, where the page does not name them; otherwise `null`.
	 */
	finish(): Promise<GivenMentor | null>;
	/** Asks the wiki what it remembers now: another tab or device may have changed it. */
	refresh(): Promise<void>;
}

export function createGrowthHost({
	api,
	person,
	mentorOnPage,
	readMentorNow,
	decideOn,
	fetchReason,
	now,
	random,
	log,
	...dependencies
}: GrowthHostDependencies): GrowthHost {
	let { memory } = dependencies;
	const growth = createGrowthApi(api);
	/** Somebody may ask for a mentor while they are still being opted out: one after the other. */
	let last: Promise<unknown> = Promise.resolve();

	function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
		const result = last.then(work, work);
		last = result;
		return result;
	}

	async function save(changed: Memory): Promise<void> {
		await saveMemory(api, changed);
		memory = changed;
	}

	/** The last step: where it fails, the next visit finds everything done but this. */
	function saveBehind(changed: Memory): void {
		inTurn(() => save(changed)).catch(log);
	}

	async function readWantedMentor({ mentor, pending }: Memory): Promise<string | undefined> {
		if (pending !== 'differentMentor') {
			return mentor?.name;
		}
		const others = (await growth.readMentors()).filter(({ name }) => name !== mentor?.name);
		return drawMentor(others, [person.id], now(), random())?.name;
	}

	/** Gives the wanted mentor to somebody whom the wiki has just given a drawn one. */
	async function assign(): Promise<GivenMentor> {
		const wanted = await readWantedMentor(memory);
		const name =
			wanted && (await growth.setMentor(person.name, wanted, await fetchReason()))
				? wanted
				: await readMentorNow();
		if (!name) {
			throw new ApiError('no-mentor');
		}
		const { mentor: before, pending } = memory;
		saveBehind(rememberMentor(memory, { name }));
		return {
			mentor: describeMentor({ name }, undefined, undefined),
			// Where nobody is remembered, nobody in particular was asked for.
			isSubstitute: !!before && (name === before.name) === (pending === 'differentMentor'),
		};
	}

	async function ask(wish: Wish): Promise<GivenMentor> {
		await save(rememberAsked(memory, wish, now()));
		await growth.setState('enabled');
		return assign();
	}

	async function finishWish(): Promise<GivenMentor | null> {
		if (!mentorOnPage) {
			await growth.setState('enabled');
			return assign();
		}
		const isRemembered = mentorOnPage === memory.mentor?.name;
		if (isRemembered === (memory.pending === 'sameMentor')) {
			await save(rememberMentor(memory, { name: mentorOnPage }));
			return null;
		}
		const given = await assign();
		return given.mentor.name === mentorOnPage ? null : given;
	}

	return {
		// Whoever has asked before has opted out by hand since, perhaps to get another mentor.
		// That wish may have failed half-way: then they are to be able to make it again.
		choosableMentor: () =>
			(memory.askedAt && memory.pending !== 'sameMentor' && memory.mentor?.name) || null,

		graduate: () =>
			inTurn(async () => {
				const answer = await api.get<OptionsAnswer & MenteeStatusAnswer>({
					action: 'query',
					...freshOptionsParameters,
					meta: `${freshOptionsParameters.meta}|growthmenteestatus`,
				});
				memory = readFreshMemory(answer);
				if (answer.growthmenteestatus?.menteestatus === 'enabled') {
					if (decideOn(memory) !== 'graduate') {
						return false;
					}
					const mentor = mentorOnPage ? { name: mentorOnPage } : undefined;
					await save(rememberGraduation(memory, mentor, now()));
					await growth.setState('optout');
				}
				if (memory.pending === 'graduation') {
					await save(rememberDone(memory));
				}
				return true;
			}),

		getMentor: (wish) => inTurn(() => ask(wish)),

		finish: () =>
			inTurn(async () => {
				const { pending } = memory;
				if (pending === 'graduation') {
					if (!mentorOnPage) {
						await save(rememberDone(memory));
					}
					return null;
				}
				if (!pending) {
					if (!mentorOnPage || hasAsked(memory) || !hasGraduated(memory)) {
						return null;
					}
					// Back after the rule had opted them out, by another way: so they did ask.
					await save(rememberAsked(memory, 'sameMentor', now()));
				}
				return finishWish();
			}),

		async refresh() {
			const before = memory;
			const fresh = readFreshMemory(await api.get({ action: 'query', ...freshOptionsParameters }));
			// What has been begun here in the meantime is newer still.
			memory = memory === before ? fresh : memory;
		},
	};
}

interface MenteeStatusAnswer {
	readonly growthmenteestatus?: { readonly menteestatus?: string };
}
