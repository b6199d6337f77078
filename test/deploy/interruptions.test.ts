import { describe, expect, test } from 'vitest';
import { useBareDemo } from './harness.ts';
import { type Fate, startProxy } from './proxy.ts';

const wiki = useBareDemo();

/** Deploys through a proxy that decides what becomes of each write. */
async function deployThrough(
	decide: Parameters<typeof startProxy>[1],
	args: readonly string[] = [],
	interrupted = new AbortController().signal,
) {
	const proxy = await startProxy(wiki.demo().origin, decide);
	const result = await wiki.start(['--wiki', proxy.origin, '--yes', ...args], { interrupted });
	await proxy.stop();
	return result;
}

/** The lines below a heading of what was said. */
function below(heading: string, notes: readonly string[]): string[] {
	const start = notes.indexOf(heading) + 1;
	const end = notes.findIndex((line, index) => index >= start && !line.startsWith('  '));
	return start === 0 ? [] : notes.slice(start, end).map((line) => line.trim());
}

const order = [
	'MediaWiki:Gadget-mentorship',
	'MediaWiki:Gadget-mentorship/de',
	'MediaWiki:Gadget-mentorship-card.css',
	'MediaWiki:Gadget-mentorship-card.js',
	'MediaWiki:Gadget-mentorship.js',
	'MediaWiki:Gadgets-definition',
];

describe('a wiki that goes away', () => {
	test.each([
		[1, 'lostBefore'],
		[1, 'lostAfter'],
		[3, 'lostBefore'],
		[3, 'lostAfter'],
		[6, 'lostBefore'],
		[6, 'lostAfter'],
	] as const)(
		'at write %i (%s): says what is written, and the next run finishes',
		async (last, fate) => {
			const { code, notes } = await deployThrough((write) => (write < last ? 'pass' : fate));
			expect(code).toBe(1);
			expect(notes[1]).toMatch(/^The wiki refuses, or does not answer as it should \(network\)/);
			expect(below('Written:', notes)).toEqual(order.slice(0, last - 1));
			expect(below('Not known to be written:', notes)).toEqual(order.slice(last - 1, last));
			expect(below('Not written:', notes)).toEqual(order.slice(last));
			const second = await wiki.deploy();
			expect([second.code, second.out.at(-1)]).toEqual([0, 'The wiki serves what was built.']);
			expect(second.out.filter((line) => line.startsWith('created: '))).toHaveLength(
				order.length - last + (fate === 'lostBefore' ? 1 : 0),
			);
		},
	);

	test('while it is taken away: the next run finishes that', async () => {
		await wiki.deploy();
		const loseThird = (write: number) => (write < 3 ? 'pass' : 'lostAfter');
		const { code, notes } = await deployThrough(loseThird, ['--remove']);
		expect([code, below('Written:', notes).length]).toEqual([1, 2]);
		expect(wiki.textOf('MediaWiki:Gadgets-definition')).toBeUndefined();
		expect((await wiki.deploy('--remove')).code).toBe(0);
		expect(wiki.textOf('MediaWiki:Gadget-mentorship')).toBeUndefined();
	});
});

test('Ctrl-C says what is written, and the next run finishes', async () => {
	const controller = new AbortController();
	const interruptThird = (write: number): Fate => {
		if (write === 3) {
			controller.abort();
		}
		return 'pass';
	};
	const { code, notes } = await deployThrough(interruptThird, [], controller.signal);
	expect(code).toBe(130);
	expect(notes).toContain('Interrupted.');
	expect(below('Written:', notes)).toEqual(order.slice(0, 2));
	expect((await wiki.deploy()).code).toBe(0);
});

test.each([
	['edits', 'editconflict'],
	['creates', 'articleexists'],
])('a person who %s the page just then is not overwritten', async (_what, expected) => {
	if (expected === 'editconflict') {
		await wiki.deploy();
		await wiki.build({ 'Gadget-mentorship.js': 'mw.hook("newer").fire(1);\n' });
	}
	const theirs = 'mw.hook("theirs").fire(1);';
	const { code, notes } = await deployThrough((_write, body): Fate => {
		if (body.get('title')?.endsWith('mentorship.js')) {
			wiki.savePage('MediaWiki:Gadget-mentorship.js', theirs);
		}
		return 'pass';
	});
	expect(code).toBe(1);
	expect(notes[1]).toBe(`Someone else has changed this page in the meantime (${expected}).`);
	expect(below('Not known to be written:', notes)).toEqual(['MediaWiki:Gadget-mentorship.js']);
	expect(wiki.textOf('MediaWiki:Gadget-mentorship.js')).toBe(theirs);
	expect((await wiki.deploy()).code).toBe(0);
});
