import {
	isReturnEvident,
	type Memory,
	type RememberedMentor,
	rememberDone,
	rememberMentor,
} from '../../domain/memory.ts';
import { findMentor } from '../../domain/mentors.ts';
import { ApiError, isPassing } from '../../wiki/api.ts';
import type { GrowthApi, GrowthMentor, Moment } from '../../wiki/growthApi.ts';
import { readState, stateOption } from '../../wiki/growthState.ts';
import { namedMentor } from '../../wiki/namedMentor.ts';
import type { GivenMentor } from '../host.ts';

export interface WayBackDependencies {
	readonly growth: GrowthApi;
	/** What is saved already is not saved again. */
	readonly save: (memory: Memory) => Promise<void>;
	/** The person's own user id. */
	readonly ownId: number;
	/** A number from 0 up to, but not including, 1. */
	readonly random: () => number;
}

/** A person who asked for a mentor, and how far they have come. */
interface Traveller extends Moment {
	/** The memory with the wish in it. */
	readonly wished: Memory;
}

/** Refusals that stay: the person may not do that, or that mentor is no longer one. */
const finalCode = /blocked$|^permissiondenied$/;

/**
 * The way back to a mentor, from wherever it was interrupted.
 *
 * To the same one it is quiet: `disabled`, then that mentor. No other is drawn in between, the public
 * log has one line, and the mentor no notice. To another, or where no mentor is remembered or that one
 * is no longer on the list, the extension draws.
 */
export function createWayBack({ growth, save, ownId, random }: WayBackDependencies) {
	async function bringBack(
		name: string,
		{ state, mentor, memory, wished }: Traveller,
	): Promise<void> {
		if (!isReturnEvident(memory)) {
			await save(wished);
		}
		try {
			if (state === 'optedOut') {
				await growth.setState('disabled');
			}
			if (state !== 'enabled' || mentor !== name) {
				await growth.setMentor(name);
			}
		} catch (error) {
			if (state !== 'enabled' && !isPassing(error)) {
				// Not stranded without any card: as they were.
				await growth.setState('optout');
				const isFinal = finalCode.test(Object(error).code);
				await save(isFinal ? rememberDone(wished) : wished);
			}
			throw error;
		}
	}

	async function draw({ state, mentor, wished }: Traveller): Promise<string> {
		await save(wished);
		if (state === 'enabled' && mentor) {
			return mentor;
		}
		await growth.setState('enabled');
		return growth.readMentor();
	}

	/** By lot, as the weights say; a mentor who is never drawn is still better than the one not wanted. */
	async function giveAnother(
		{ mentors, now }: Traveller,
		former: RememberedMentor,
	): Promise<string | undefined> {
		const others = mentors
			.filter(({ id, name }) => id !== ownId && name !== former.name)
			.filter(({ awayUntil }) => awayUntil <= now)
			.map((mentor) => ({ ...mentor, lot: random() * mentor.weight }))
			.sort((one, other) => other.lot - one.lot);
		for (const { id, name } of others) {
			if (!(await growth.isOut(id))) {
				await growth.setMentor(name);
				return name;
			}
		}
		return undefined;
	}

	return async (traveller: Traveller) => {
		const { wished, mentors, state } = traveller;
		const listed = findMentor(mentors, wished.mentor);
		const former = listed || wished.mentor;
		const wantsSame = wished.pending === 'sameMentor';
		const isQuiet = wantsSame && listed;
		let name: string;
		if (isQuiet) {
			name = listed.name;
			await bringBack(name, traveller);
		} else {
			name = await draw(traveller);
			if (former && !wantsSame && name === former.name) {
				name = (await giveAnother(traveller, former)) || name;
			}
		}
		if (!name) {
			throw new ApiError('no-mentor');
		}
		return {
			given: {
				mentor: namedMentor(name),
				// Without a remembered mentor, no particular one was asked for.
				isSubstitute: !!former && (name === former.name) !== wantsSame,
			} satisfies GivenMentor,
			/** What is left to be done, and can be done behind what shows. */
			async finish() {
				if (isQuiet && state !== 'enabled') {
					const stored = await growth.readOption(stateOption);
					if (readState(stored, true).state === 'disabled') {
						// Where their Homepage and help panel are off, a mentor alone does not enable.
						await growth.setState('enabled');
					}
				}
				await save(rememberMentor(wished, mentorNamed(name, mentors)));
			},
		};
	};
}

/** A mentor to be remembered, by id where the list has one: names change. */
export function mentorNamed(name: string, mentors: readonly GrowthMentor[]): RememberedMentor {
	return { name, id: findMentor(mentors, { name })?.id };
}
