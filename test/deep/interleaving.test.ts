import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsForAny } from '../support/property.ts';
import { createWorld, mentorNames, peopleNames } from './interleaving/world.ts';

const person = fc.constantFrom(...peopleNames);
const act = <Name extends string, Values extends unknown[]>(
	name: Name,
	...values: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> }
) => fc.tuple(fc.constant(name), ...values);

/** What happens, and to whom or how much. */
const anyAct = fc.oneof(
	act('optIn', person),
	act('optInWithoutGadget', person),
	act('optOut', person),
	act('edit', person, fc.constantFrom(1, 5, 20)),
	act('passTime', fc.constantFrom(1, 5, 20)),
	act(
		'configure',
		fc.constantFrom(true, true, true, false),
		fc.constantFrom(0, 10, 20, 30),
		fc.constantFrom(0, 10, 30),
	),
	{ weight: 4, arbitrary: act('sweep', fc.constantFrom(1, 2, 5, 20)) },
	act('killSweep'),
	act('undo'),
	act('listMentors', fc.subarray(mentorNames)),
);
type Act = typeof anyAct extends fc.Arbitrary<infer Value> ? Value : never;

/** A world in which every act is watched. */
function createWatchedWorld() {
	const world = createWorld();
	const { chosen, mentorOf, stateOf, memoryOf } = world;
	const mentorBefore = new Map<string, string | null>();
	const counts = { graduated: 0, returned: 0 };

	function perform([name, ...values]: Act): void {
		const before = peopleNames.map((one) => [one, stateOf(one), mentorOf(one)] as const);
		const choices = new Map(chosen);
		(world.acts[name] as (...values: unknown[]) => void)(...values);
		for (const [one, state, mentor] of before) {
			const isOwn = one === values[0];
			if (state === 'enabled' && stateOf(one) === 'optedOut' && !(isOwn && name === 'optOut')) {
				expect(choices.get(one), `${one} had chosen`).toBeUndefined();
				expect(world.qualifies(one)).toBe(true);
				mentorBefore.set(one, mentor);
				counts.graduated++;
			}
			const previous = mentorBefore.get(one) ?? null;
			const isBack = isOwn && name === 'optIn' && state === 'optedOut' && !choices.has(one);
			if (isBack && previous !== null && world.isMentor(previous)) {
				expect(mentorOf(one)).toBe(previous);
				counts.returned++;
			}
		}
	}

	function check(): void {
		for (const [one, choice] of chosen) {
			expect(stateOf(one), `${one} chose`).toBe(choice);
		}
		const mentees = mentorNames.flatMap(world.menteesOf);
		expect(mentees.filter((one) => stateOf(one) === 'optedOut')).toEqual([]);
		const asked = peopleNames.filter((one) => {
			const { askedAt, graduatedAt, pending } = memoryOf(one);
			return askedAt !== undefined || (graduatedAt !== undefined && pending !== 'graduation');
		});
		const noted = world.readAsked();
		expect(peopleNames.filter((one) => noted.includes(one))).toEqual(asked);
	}

	return { perform, check, counts, close: world.close };
}

test('no choice is overridden, nobody below a threshold is opted out, nobody opted out has a mentor, everybody returns to the same one', () => {
	const sum = { graduated: 0, returned: 0 };
	holdsForAny(
		fc.array(anyAct, { minLength: 10, maxLength: 60 }),
		(acts) => {
			const world = createWatchedWorld();
			for (const one of acts) {
				world.perform(one);
				world.check();
			}
			sum.graduated += world.counts.graduated;
			sum.returned += world.counts.returned;
			world.close();
		},
		300,
	);
	// Both happened often enough to mean something.
	expect(sum.graduated).toBeGreaterThan(200);
	expect(sum.returned).toBeGreaterThan(10);
	console.log(`${sum.graduated} were opted out by the rule, ${sum.returned} came back.`);
}, 120_000);
