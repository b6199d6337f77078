import {
	forgetGraduation,
	type Memory,
	rememberAsked,
	rememberDone,
	rememberGraduation,
	rememberMentor,
	rememberStored,
} from '../../domain/memory.ts';
import { storedStates } from '../../domain/mentee.ts';
import { decideTask, type Situation, type Task } from '../../domain/rule.ts';
import { ApiError, isPassing } from '../../wiki/api.ts';
import type { GrowthApi, Moment } from '../../wiki/growthApi.ts';
import { stateOption } from '../../wiki/growthState.ts';
import type { GivenMentor, MentorshipHost } from '../host.ts';
import { createWayBack, mentorNamed } from './wayBack.ts';

export interface GrowthHostDependencies {
	readonly growth: GrowthApi;
	readonly ownId: number;
	/** As it was when the page was made, by the browser's clock. */
	readonly situation: Situation;
	/** The primary mentor whom the server's page names; `undefined` where it names none. */
	readonly mentorOnPage: string | undefined;
	/** So that this browser does not try the same again too soon. */
	readonly noteTried: (what: 'refused' | 'noMentor') => void;
	/** A number from 0 up to, but not including, 1. */
	readonly random: () => number;
	/** Where what the person need not know about is written. */
	readonly log: (error: unknown) => void;
}

/** What came of what was to be done. */
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
	 * @param onGraduate Is called where the rule is about to opt the person out.
	 */
	act(onGraduate: () => void): Promise<Outcome>;
	/** Reads ahead what {@link MentorshipHost.getMentor} starts from. */
	prepare(): void;
}

export function createGrowthHost({
	growth,
	ownId,
	situation,
	mentorOnPage,
	noteTried,
	random,
	log,
}: GrowthHostDependencies): GrowthHost {
	let { memory } = situation;
	let prepared: Promise<Moment> | null = null;
	/** A person may ask for a mentor while they are still being opted out: one after the other. */
	let last: Promise<unknown> = Promise.resolve();

	function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
		const result = last.then(work, work);
		last = result;
		return result;
	}

	/** What is there already is not saved again. */
	async function save(changed: Memory): Promise<void> {
		if (changed !== memory) {
			await growth.saveMemory(changed);
			memory = changed;
			prepared = null;
		}
	}

	const wayBack = createWayBack({ growth, save, ownId, random });

	/** Gives them the mentor they want, and says behind what shows that it is done. */
	async function giveBack(moment: Moment, wished: Memory): Promise<GivenMentor> {
		if (moment.isBlocked) {
			if (moment.state === 'disabled') {
				await growth.setState('optout');
			}
			throw new ApiError('blocked');
		}
		const { given, finish } = await wayBack({ ...moment, wished });
		inTurn(finish).catch(log);
		return given;
	}

	async function graduate({ mentors, mentor, now }: Moment): Promise<boolean> {
		const name = mentor || mentorOnPage;
		if (!name && !situation.isPlace && !memory.pending) {
			noteTried('noMentor');
			return false;
		}
		const known = name ? mentorNamed(name, mentors) : undefined;
		await save(rememberGraduation(memory, known, now, !!mentor));
		await growth.setState('optout');
		await save(rememberDone(memory));
		return true;
	}

	async function dropMentor({ mentors }: Moment): Promise<void> {
		const anyone = mentors.find(({ id }) => id !== ownId);
		if (anyone) {
			await growth.dropMentor(anyone.name);
		}
		await save(rememberStored(memory));
	}

	/** @returns Whom they have got back. */
	async function perform(task: Task | null, moment: Moment): Promise<GivenMentor | null> {
		const { mentor, mentors, now, state } = moment;
		if (task === 'comeBack') {
			return giveBack(moment, rememberAsked(memory, 'sameMentor', now));
		}
		if (task === 'finish') {
			if (memory.pending !== 'graduation') {
				return giveBack(moment, memory);
			}
			await save(state === 'enabled' ? forgetGraduation(memory) : rememberDone(memory));
		} else if (task === 'keepIn') {
			await growth.setOption(stateOption, storedStates.explicit);
		} else if (task === 'dropMentor') {
			await dropMentor(moment);
		} else if (task === 'rememberMentor') {
			if (mentor) {
				await save(rememberMentor(memory, mentorNamed(mentor, mentors)));
			} else {
				noteTried('noMentor');
			}
		}
		return null;
	}

	async function act(onGraduate: () => void): Promise<Outcome> {
		const moment = await growth.readMoment();
		memory = moment.memory;
		const task = decideTask({ ...situation, ...moment }, moment.now, false);
		if (task === 'graduate') {
			onGraduate();
			return { isOptedOut: await graduate(moment), given: null };
		}
		return {
			isOptedOut: moment.state === 'optedOut',
			given: await perform(task, moment),
		};
	}

	return {
		// A person who asked before has opted out by hand since, perhaps to get another mentor.
		// That wish may have failed half-way: then they are to be able to make it again.
		choosableMentor: () =>
			memory.askedAt && memory.mentor && memory.pending !== 'sameMentor'
				? memory.mentor.name
				: null,

		act: (onGraduate) =>
			inTurn(() => act(onGraduate)).catch((error) => {
				if (!isPassing(error)) {
					noteTried('refused');
				}
				throw error;
			}),

		getMentor: (wish) =>
			inTurn(async () => {
				const moment = await (prepared || growth.readMoment());
				prepared = null;
				memory = moment.memory;
				return giveBack(moment, rememberAsked(memory, wish, moment.now));
			}),

		prepare() {
			prepared = growth.readMoment();
			prepared.catch(() => {
				// It is read again when they have answered, and they are told then.
				prepared = null;
			});
		},
	};
}
