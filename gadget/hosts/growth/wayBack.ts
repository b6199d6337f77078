import {
	type Memory,
	type RememberedMentor,
	rememberDone,
	rememberMentor,
} from '../../domain/memory.ts';
import type { MentorshipState } from '../../domain/mentee.ts';
import { drawMentor, findMentor, type Mentor } from '../../domain/mentors.ts';
import { ApiError, type ApiParameters, isPassing } from '../../wiki/api.ts';
import type { GrowthApi, Moment } from '../../wiki/growthApi.ts';
import { namedMentor } from '../../wiki/mentorList.ts';
import type { GivenMentor } from '../host.ts';
import { disabling, readState, stateOption } from './state.ts';

export interface WayBackDependencies {
	readonly growth: GrowthApi;
	/** What is saved already is not saved again. */
	readonly save: (memory: Memory, others?: ApiParameters) => Promise<void>;
	/** The person's own user id. */
	readonly ownId: number;
	/** A number from 0 up to, but not including, 1. */
	readonly random: () => number;
}

/** Somebody who asked for a mentor, and how far they have come. */
export interface Traveller extends Pick<Moment, 'mentors' | 'now'> {
	readonly state: MentorshipState;
	/** Whose mentee they are; '' where nobody's. */
	readonly current: string;
	/** With the wish, which is remembered before anything is changed. */
	readonly memory: Memory;
}

export interface Arrival {
	readonly given: GivenMentor;
	/** What is left to be done, and can be done behind what shows. */
	readonly finish: () => Promise<void>;
}

/** Refusals that nothing here can change: the person may not, or that mentor is none any more. */
const finalCodes: readonly string[] = ['blocked', 'autoblocked', 'permissiondenied'];

/**
 * The way back to a mentor, from wherever it was broken off.
 *
 * To the same one it is quiet: disabled with the same request that remembers the wish, then that
 * mentor. Nobody is drawn in between, the public log has one line, and the mentor no notice. To another, or where nobody is remembered or that one
 * is on the list no more, the extension draws.
 */
export function createWayBack({ growth, save, ownId, random }: WayBackDependencies) {
	async function bringBack(name: string, { state, current, memory }: Traveller): Promise<void> {
		try {
			await save(memory, state === 'optedOut' ? disabling : undefined);
			if (state !== 'enabled' || current !== name) {
				await growth.setMentor(name);
			}
		} catch (error) {
			if (state !== 'enabled' && !isPassing(error)) {
				// Not stranded without any card: as they were.
				await growth.setState('optout');
				if (error instanceof ApiError && finalCodes.includes(error.code)) {
					await save(rememberDone(memory));
				}
			}
			throw error;
		}
	}

	async function draw({ state, current, memory }: Traveller): Promise<string> {
		await save(memory);
		if (state === 'enabled' && current) {
			return current;
		}
		await growth.setState('enabled');
		return growth.readMentor();
	}

	/** @returns `undefined` where there is nobody else. */
	async function giveAnother(
		{ mentors, now }: Traveller,
		former: Mentor | undefined,
	): Promise<string | undefined> {
		const excluded = [ownId, former?.id ?? 0];
		// Whoever is only not drawn is better than the mentor who is not wanted.
		const unweighted = mentors.map((mentor) => ({ ...mentor, weight: 1 }));
		for (;;) {
			const other =
				drawMentor(mentors, excluded, now, random()) ??
				drawMentor(unweighted, excluded, now, random());
			if (!other) {
				return undefined;
			}
			if (!(await growth.isOut(other.id))) {
				await growth.setMentor(other.name);
				return other.name;
			}
			excluded.push(other.id);
		}
	}

	return async (traveller: Traveller): Promise<Arrival> => {
		const { memory, mentors, state } = traveller;
		const before = memory.mentor;
		const former = findMentor(mentors, before);
		const wantsSame = memory.pending === 'sameMentor';
		const isQuiet = wantsSame && former !== undefined;
		let name: string;
		if (isQuiet) {
			name = former.name;
			await bringBack(name, traveller);
		} else {
			name = await draw(traveller);
			if (!wantsSame && name === (former?.name ?? before?.name)) {
				name = (await giveAnother(traveller, former)) ?? name;
			}
		}
		if (!name) {
			throw new ApiError('no-mentor');
		}
		const isFormer = name === former?.name || name === before?.name;
		return {
			given: {
				mentor: namedMentor(name),
				// Where nobody is remembered, nobody in particular was asked for.
				isSubstitute: !!before && isFormer !== wantsSame,
			},
			async finish() {
				const mayBeDisabled = isQuiet && state !== 'enabled';
				if (mayBeDisabled && readState(await growth.readOption(stateOption), true) === 'disabled') {
					// Where their Homepage and help panel are off, a mentor alone does not enable.
					await growth.setState('enabled');
				}
				await save(rememberMentor(memory, mentorNamed(name, mentors)));
			},
		};
	};
}

/** A mentor to be remembered, by id where the list has one: names change. */
export function mentorNamed(name: string, mentors: readonly Mentor[]): RememberedMentor {
	const listed = mentors.find((mentor) => mentor.name === name);
	return listed ? { name, id: listed.id } : { name };
}
