import {
	emptyMemory,
	type Memory,
	memoryOption,
	readMemory,
	rememberAsked,
	rememberMentor,
} from '../../../gadget/domain/memory.ts';
import { meetsThresholds } from '../../../gadget/domain/rule.ts';
import { createGraduateOne } from '../../../server-mock/batch/graduateOne.ts';
import { createJournal, type Run } from '../../../server-mock/batch/journal.ts';
import { sweep } from '../../../server-mock/batch/sweep.ts';
import { undo } from '../../../server-mock/batch/undo.ts';
import {
	block,
	createTestMentorship,
	createTestStore,
	day,
	finish,
	now as firstNow,
} from '../../batch/testStore.ts';

export const mentorNames = ['Miriam', 'Marius', 'Mika'];
export const peopleNames = Array.from({ length: 8 }, (_person, index) => `Person ${index}`);

/** A wiki that sweeps, and beside it what people have chosen. */
export function createWorld() {
	const wiki = createTestStore();
	const { store, database, user } = wiki;
	let now = firstNow;
	const clock = () => now;
	const graduateOne = createGraduateOne(database);
	const mentorship = createTestMentorship({ store, now: clock, random: () => 0.5 });
	const chosen = new Map<string, 'enabled' | 'optedOut'>();
	const configuration = { enabled: true, minEditcount: 10, minTenureInDays: 10 };
	let steps: Generator<Run, Run | null, void> | null = null;

	for (const name of mentorNames) {
		wiki.add({ name, editCount: 0, registration: now });
	}
	peopleNames.forEach((name, index) => {
		const mentor = mentorNames[index % 3] ?? null;
		wiki.add({ name, mentor, editCount: index * 4, registration: now - index * 3 * day });
	});
	wiki.listMentors(...mentorNames);
	wiki.configure(block(configuration));

	const mentorOf = (name: string) => mentorship.mentorOf(user(name))?.name ?? null;
	const stateOf = (name: string) => mentorship.stateOf(user(name));
	const memoryOf = (name: string): Memory =>
		readMemory(store.userOptions.of(user(name).id)[memoryOption] ?? null) ?? emptyMemory;
	const remember = (name: string, memory: Memory) =>
		store.userOptions.set(user(name).id, memoryOption, JSON.stringify(memory));
	function choose(name: string, state: 'enabled' | 'optedOut'): void {
		if (stateOf(name) !== state) {
			mentorship.setState(user(name), state);
			chosen.set(name, state);
		}
	}

	/** What may happen. */
	const acts = {
		/** As the gadget does it on `growth`: memory, state, the same mentor, memory. */
		optIn(name: string) {
			const asked = rememberAsked(memoryOf(name), 'sameMentor', now);
			remember(name, asked);
			choose(name, 'enabled');
			const wanted = asked.mentor && store.users.byName(asked.mentor.name);
			if (wanted && mentorship.isMentor(wanted)) {
				const [mentee, mentor] = [user(name), wanted];
				mentorship.changeMentor({ mentee, mentor, performer: mentee, reason: '' });
			}
			const given = mentorOf(name);
			remember(name, given === null ? asked : rememberMentor(asked, { name: given }));
			chosen.set(name, 'enabled');
		},
		optInWithoutGadget: (name: string) => choose(name, 'enabled'),
		optOut: (name: string) => choose(name, 'optedOut'),
		edit(name: string, edits: number) {
			const { editCount, ...facts } = user(name);
			store.users.put({ ...facts, editCount: editCount + edits });
			graduateOne(facts.id, now);
		},
		passTime(days: number) {
			now += days * day;
		},
		configure(enabled: boolean, minEditcount: number, minTenureInDays: number) {
			Object.assign(configuration, { enabled, minEditcount, minTenureInDays });
			wiki.configure(block(configuration));
		},
		sweep(count: number) {
			steps ??= sweep(database, { cause: 'period', batchSize: 2, now: clock });
			for (let left = count; left > 0 && steps !== null; left--) {
				steps = steps.next().done ? null : steps;
			}
		},
		killSweep() {
			steps = null;
		},
		undo() {
			const run = createJournal(database).latest();
			if (run !== null) {
				finish(undo(database, run.id, clock));
			}
		},
		listMentors: (listed: readonly string[]) => wiki.listMentors(...listed),
	};

	return {
		acts,
		chosen,
		mentorOf,
		stateOf,
		memoryOf,
		isMentor: (name: string) => mentorship.isMentor(user(name)),
		qualifies: (name: string) =>
			configuration.enabled && meetsThresholds(user(name), configuration, now),
		menteesOf: (name: string) => store.mentees.menteesOf(user(name).id).map((one) => one.name),
		/** Who has asked, as the sweep knows it. */
		readAsked(): string[] {
			const sql = "select name from asked join users on id = user_id where source = 'memory'";
			return database.prepare(sql).raw().all().flat() as string[];
		},
		close: () => store.close(),
	};
}
