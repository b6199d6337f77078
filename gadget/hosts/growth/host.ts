import {
	forgetGraduation,
	type Memory,
	rememberAsked,
	rememberDone,
	rememberGraduation,
	rememberMentor,
	rememberStored,
	type Wish,
} from '../../domain/memory.ts';
import { findMentor } from '../../domain/mentors.ts';
import { decideTask, type Situation, type Task } from '../../domain/rule.ts';
import { thresholdsThatCount, type WikiFacts } from '../../domain/thresholds.ts';
import { ApiError, type ApiParameters, isPassing } from '../../wiki/api.ts';
import type { GrowthApi, Moment } from '../../wiki/growthApi.ts';
import type { GivenMentor, MentorshipHost } from '../host.ts';
import { explicitState, isExplicitly, readState, stateOption } from './state.ts';
import { createWayBack, mentorNamed } from './wayBack.ts';

export interface GrowthHostDependencies {
	readonly growth: GrowthApi;
	/** In the person's own option, with what else is to be saved there. @throws ApiError */
	readonly saveMemory: (memory: Memory, others?: ApiParameters) => Promise<void>;
	readonly ownId: number;
	readonly wiki: WikiFacts;
	/** As it was when the page was made, by the browser's clock. */
	readonly situation: Situation;
	/** The gadget's page of thresholds, parsed; anything at all. */
	readonly gadgetPage: unknown;
	/** The primary mentor whom the server's page names; `undefined` where it names none. */
	readonly mentorOnPage: string | undefined;
	/** So that this browser does not try the same again too soon. */
	readonly noteTried: (what: 'refused' | 'noMentor') => void;
	/** A number from 0 up to, but not including, 1. */
	readonly random: () => number;
	/** Where what the person need not know about is written. */
	readonly log: (error: unknown) => void;
}

/** What came of a task. */
export interface Outcome {
	/** Whether the wiki has them opted out now. */
	readonly isOptedOut: boolean;
	/** Whom they have got back. */
	readonly given: GivenMentor | null;
}

/** GrowthExperiments keeps state and mentor; what it forgets is in the memory. */
export interface GrowthHost extends MentorshipHost {
	/**
	 * Reads what the wiki says now, and does what that asks for, by the wiki's time.
	 *
	 * @param task What the page's facts ask for.
	 * @param onGraduate Is called where the rule is about to opt the person out.
	 */
	act(task: Task, onGraduate: () => void): Promise<Outcome>;
	/** Reads ahead what {@link MentorshipHost.getMentor} starts from. */
	prepare(): void;
}

/** The tasks that are about a mentor whom the person has. */
const aboutMentor: readonly Task[] = ['graduate', 'finish', 'comeBack', 'rememberMentor'];

export function createGrowthHost({
	growth,
	saveMemory,
	ownId,
	wiki,
	situation,
	gadgetPage,
	mentorOnPage,
	noteTried,
	random,
	log,
}: GrowthHostDependencies): GrowthHost {
	let { memory } = situation;
	let prepared: { readonly memory: Memory; readonly moment: Promise<Moment> } | null = null;
	/** Somebody may ask for a mentor while they are still being opted out: one after the other. */
	let last: Promise<unknown> = Promise.resolve();

	function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
		const result = last.then(work, work);
		last = result;
		return result;
	}

	/** What is there already is not saved again. */
	async function save(changed: Memory, others?: ApiParameters): Promise<void> {
		if (changed !== memory || others) {
			await saveMemory(changed, others);
			memory = changed;
		}
	}

	const wayBack = createWayBack({ growth, save, ownId, random });

	function situationAt({ memory, options, extensionPage }: Moment): Situation {
		return {
			...situation,
			state: readState(options[stateOption], situation.hasOwnRule),
			isExplicit: isExplicitly(options[stateOption]),
			memory,
			counting: thresholdsThatCount(wiki, gadgetPage, extensionPage),
		};
	}

	/** Gives them the mentor they want, and says behind what shows that it is done. */
	async function giveBack(moment: Moment, current: string, wished: Memory): Promise<GivenMentor> {
		const { state } = situationAt(moment);
		if (moment.isBlocked) {
			if (state === 'disabled') {
				await growth.setState('optout');
			}
			throw new ApiError('blocked');
		}
		const { given, finish } = await wayBack({ ...moment, state, current, memory: wished });
		inTurn(finish).catch(log);
		return given;
	}

	async function graduate({ mentors, now }: Moment, current: string): Promise<boolean> {
		const name = current || mentorOnPage;
		if (!name && !situation.isPlace && !memory.pending) {
			noteTried('noMentor');
			return false;
		}
		const mentor = name ? mentorNamed(name, mentors) : undefined;
		await save(rememberGraduation(memory, mentor, now, !!current));
		await growth.setState('optout');
		await save(rememberDone(memory));
		return true;
	}

	async function dropMentor({ mentors }: Moment): Promise<void> {
		const anyone =
			findMentor(mentors, memory.mentor) ?? mentors.find((mentor) => mentor.id !== ownId);
		if (anyone) {
			await growth.dropMentor(anyone.name);
		}
		await save(rememberStored(memory));
	}

	async function rememberAhead({ mentors }: Moment, current: string): Promise<void> {
		if (current) {
			await save(rememberMentor(memory, mentorNamed(current, mentors)));
		} else {
			noteTried('noMentor');
		}
	}

	async function perform(
		task: Task | null,
		moment: Moment,
		current: string,
	): Promise<GivenMentor | null> {
		const { state } = situationAt(moment);
		switch (task) {
			case 'finish':
				if (memory.pending !== 'graduation') {
					return giveBack(moment, current, memory);
				}
				await save(state === 'enabled' ? forgetGraduation(memory) : rememberDone(memory));
				return null;
			case 'comeBack':
				return giveBack(moment, current, rememberAsked(memory, 'sameMentor', moment.now));
			case 'keepIn':
				await growth.setOption(stateOption, String(explicitState));
				return null;
			case 'rememberMentor':
				await rememberAhead(moment, current);
				return null;
			case 'dropMentor':
				await dropMentor(moment);
				return null;
			default:
				return null;
		}
	}

	async function act(expected: Task, onGraduate: () => void): Promise<Outcome> {
		const [moment, early] = await Promise.all([
			growth.readMoment(),
			aboutMentor.includes(expected) ? growth.readMentor() : undefined,
		]);
		memory = moment.memory;
		const now = situationAt(moment);
		const task = decideTask(now, moment.now, false);
		const isAboutMentor = task !== null && aboutMentor.includes(task);
		const current = early ?? (isAboutMentor ? await growth.readMentor() : '');
		if (task === 'graduate') {
			onGraduate();
			return { isOptedOut: await graduate(moment, current), given: null };
		}
		return {
			isOptedOut: now.state === 'optedOut',
			given: await perform(task, moment, current),
		};
	}

	async function ask(wish: Wish): Promise<GivenMentor> {
		const isFresh = prepared?.memory === memory;
		const moment = await ((isFresh && prepared?.moment) || growth.readMoment());
		prepared = null;
		const current = situationAt(moment).state === 'enabled' ? await growth.readMentor() : '';
		memory = moment.memory;
		return giveBack(moment, current, rememberAsked(memory, wish, moment.now));
	}

	return {
		// Whoever has asked before has opted out by hand since, perhaps to get another mentor.
		// That wish may have failed half-way: then they are to be able to make it again.
		choosableMentor: () =>
			(memory.askedAt && memory.pending !== 'sameMentor' && memory.mentor?.name) || null,

		act: (task, onGraduate) =>
			inTurn(() => act(task, onGraduate)).catch((error) => {
				if (!isPassing(error)) {
					noteTried('refused');
				}
				throw error;
			}),

		getMentor: (wish) => inTurn(() => ask(wish)),

		prepare() {
			const moment = growth.readMoment();
			prepared = { memory, moment };
			moment.catch((error) => {
				prepared = null;
				log(error);
			});
		},
	};
}
