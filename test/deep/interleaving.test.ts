import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	emptyMemory,
	memoryOption,
	readMemory,
	rememberAsked,
	rememberMentor,
} from '../../gadget/domain/memory.ts';
import { meetsThresholds } from '../../gadget/domain/rule.ts';
import { createGraduateOne } from '../../server-mock/batch/graduateOne.ts';
import { createJournal, type Run } from '../../server-mock/batch/journal.ts';
import { sweep } from '../../server-mock/batch/sweep.ts';
import { undo } from '../../server-mock/batch/undo.ts';
import {
	block,
	createTestMentorship,
	createTestStore,
	day,
	finish,
	now as firstNow,
} from '../batch/testStore.ts';
import { holdsForAny } from '../support/property.ts';

const mentorNames = ['Miriam', 'Marius', 'Mika'];
const people = Array.from({ length: 8 }, (_person, index) => `Person ${index}`);
const person = fc.constantFrom(...people);

const action = fc.oneof(
	fc.record({ type: fc.constant('optIn' as const), person }),
	fc.record({ type: fc.constant('optInWithoutGadget' as const), person }),
	fc.record({ type: fc.constant('optOut' as const), person }),
	fc.record({ type: fc.constant('edit' as const), person, edits: fc.constantFrom(1, 5, 20) }),
	fc.record({ type: fc.constant('time' as const), days: fc.constantFrom(1, 5, 20) }),
	fc.record({
		type: fc.constant('configure' as const),
		enabled: fc.constantFrom(true, true, true, false),
		minEditcount: fc.constantFrom(0, 10, 20, 30),
		minTenureInDays: fc.constantFrom(0, 10, 30),
	}),
	{
		weight: 4,
		arbitrary: fc.record({
			type: fc.constant('step' as const),
			steps: fc.constantFrom(1, 2, 5, 20),
		}),
	},
	fc.record({ type: fc.constant('kill' as const) }),
	fc.record({ type: fc.constant('undo' as const) }),
	fc.record({ type: fc.constant('listMentors' as const), listed: fc.subarray(mentorNames) }),
);
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

/** The wiki, and beside it what people have chosen and whose mentees they were. */
function createWorld() {
	const wiki = createTestStore();
	const { store, database, user } = wiki;
	let now = firstNow;
	let graduated = 0;
	let returned = 0;
	const clock = () => now;
	const graduateOne = createGraduateOne(database);
	const mentorship = createTestMentorship({ store, now: clock, random: () => 0.5 });
	const chosen = new Map<string, 'enabled' | 'optedOut'>();
	const mentorBefore = new Map<string, string | null>();
	const configuration = { enabled: true, minEditcount: 10, minTenureInDays: 10 };
	const options = { cause: 'period', batchSize: 2 } as const;
	let steps: Generator<Run, Run | null, void> | null = null;

	for (const name of mentorNames) {
		wiki.add({ name, editCount: 0, registration: now });
	}
	people.forEach((name, index) => {
		const mentor = mentorNames[index % 3] ?? null;
		wiki.add({ name, mentor, editCount: index * 4, registration: now - index * 3 * day });
	});
	wiki.listMentors(...mentorNames);
	wiki.configure(block(configuration));

	const mentorOf = (name: string) => mentorship.mentorOf(user(name))?.name ?? null;
	const stateOf = (name: string) => mentorship.stateOf(user(name));

	/** As the gadget does it on `growth`: memory, state, the same mentor, memory. */
	function optIn(name: string): void {
		const { id } = user(name);
		const wasGraduated = stateOf(name) === 'optedOut' && !chosen.has(name);
		const memory = readMemory(store.userOptions.of(id)[memoryOption] ?? null) ?? emptyMemory;
		const asked = rememberAsked(memory, 'sameMentor', now);
		store.userOptions.set(id, memoryOption, JSON.stringify(asked));
		if (stateOf(name) !== 'enabled') {
			mentorship.setState(user(name), 'enabled');
		}
		const wanted = asked.mentor && store.users.byName(asked.mentor.name);
		const isListed = wanted ? mentorship.isMentor(wanted) : false;
		if (wanted && isListed) {
			const change = { mentee: user(name), mentor: wanted, performer: user(name), reason: '' };
			mentorship.changeMentor(change);
		}
		const given = mentorOf(name);
		const done = given === null ? asked : rememberMentor(asked, { name: given });
		store.userOptions.set(id, memoryOption, JSON.stringify(done));
		chosen.set(name, 'enabled');
		const before = mentorBefore.get(name) ?? null;
		if (wasGraduated && before !== null && mentorship.isMentor(user(before))) {
			expect(given).toBe(before);
			returned++;
		}
	}

	const perform: { [Type in Action['type']]: (action: Extract<Action, { type: Type }>) => void } = {
		optIn: ({ person }) => optIn(person),
		optInWithoutGadget: ({ person }) => {
			if (stateOf(person) !== 'enabled') {
				mentorship.setState(user(person), 'enabled');
				chosen.set(person, 'enabled');
			}
		},
		optOut: ({ person }) => {
			if (stateOf(person) !== 'optedOut') {
				mentorship.setState(user(person), 'optedOut');
				chosen.set(person, 'optedOut');
			}
		},
		edit: ({ person, edits }) => {
			const { editCount, ...facts } = user(person);
			store.users.put({ ...facts, editCount: editCount + edits });
			graduateOne(facts.id, now);
		},
		time: ({ days }) => {
			now += days * day;
		},
		configure: ({ type: _type, ...changes }) => {
			Object.assign(configuration, changes);
			wiki.configure(block(configuration));
		},
		step: ({ steps: count }) => {
			steps ??= sweep(database, { ...options, now: clock });
			for (let left = count; left > 0 && steps !== null; left--) {
				steps = steps.next().done ? null : steps;
			}
		},
		kill: () => {
			steps = null;
		},
		undo: () => {
			const run = createJournal(database).latest();
			if (run !== null) {
				finish(undo(database, run.id, clock));
			}
		},
		listMentors: ({ listed }) => wiki.listMentors(...listed),
	};

	function act(action: Action): void {
		const before = new Map(people.map((name) => [name, [stateOf(name), mentorOf(name)] as const]));
		const choices = new Map(chosen);
		(perform[action.type] as (action: Action) => void)(action);
		for (const [name, [state, mentor]] of before) {
			const wasGraduated =
				state === 'enabled' && stateOf(name) === 'optedOut' && !isOwn(action, name);
			if (wasGraduated) {
				expect(choices.get(name), `${name} had chosen`).toBeUndefined();
				expect(configuration.enabled && meetsThresholds(user(name), configuration, now)).toBe(true);
				mentorBefore.set(name, mentor);
				graduated++;
			}
		}
		for (const [name, choice] of chosen) {
			expect(stateOf(name), `${name} chose`).toBe(choice);
		}
		for (const name of mentorNames) {
			const mentees = store.mentees.menteesOf(user(name).id);
			expect(mentees.filter((mentee) => stateOf(mentee.name) === 'optedOut')).toEqual([]);
		}
		checkAsked();
	}

	/** The table `asked` says what the options and the choices say. */
	function checkAsked(): void {
		const rows = database.prepare("select user_id from asked where source = 'memory'").raw().all();
		const noted = new Set((rows as [number][]).map(([id]) => id));
		for (const name of people) {
			const { id } = user(name);
			const memory = readMemory(store.userOptions.of(id)[memoryOption] ?? null);
			const says = !!memory?.askedAt || (!!memory?.graduatedAt && memory.pending !== 'graduation');
			expect(noted.has(id)).toBe(says);
		}
	}
	const isOwn = (action: Action, name: string) =>
		action.type === 'optOut' && action.person === name;
	return { act, close: () => store.close(), counts: () => ({ graduated, returned }) };
}

test('no choice is overridden, nobody below a threshold is opted out, nobody opted out has a mentor, everybody returns to the same one', () => {
	const sum = { graduated: 0, returned: 0 };
	holdsForAny(
		fc.array(action, { minLength: 10, maxLength: 60 }),
		(actions) => {
			const world = createWorld();
			for (const action of actions) {
				world.act(action);
			}
			const { graduated, returned } = world.counts();
			sum.graduated += graduated;
			sum.returned += returned;
			world.close();
		},
		300,
	);
	// Both happened often enough to mean something.
	expect(sum.graduated).toBeGreaterThan(200);
	expect(sum.returned).toBeGreaterThan(10);
	console.log(`${sum.graduated} were opted out by the rule, ${sum.returned} came back.`);
}, 120_000);
