import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Demo } from '../../server-mock/demo.ts';
import {
	administrator,
	createHarness,
	type DeployHarness,
	smallBuild,
	startBareDemo,
} from './harness.ts';
import { type Fate, startProxy } from './proxy.ts';

let demo: Demo;
let harness: DeployHarness;

beforeEach(async () => {
	harness = await createHarness();
	await harness.build(smallBuild);
	demo = await startBareDemo();
});
afterEach(async () => {
	await demo.close();
	await harness.remove();
});

const onWiki = (wiki: string, args: readonly string[] = [], interrupted?: AbortSignal) =>
	harness.deploy(['--wiki', wiki, '--yes', ...args], administrator, interrupted && { interrupted });

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
			const proxy = await startProxy(demo.origin, (write) => (write < last ? 'pass' : fate));
			const { code, notes } = await onWiki(proxy.origin);
			await proxy.stop();
			expect(code).toBe(1);
			expect(notes[1]).toMatch(/^The wiki refuses, or does not answer as it should \(network\)/);
			expect(below('Written:', notes)).toEqual(order.slice(0, last - 1));
			expect(below('Not known to be written:', notes)).toEqual(order.slice(last - 1, last));
			expect(below('Not written:', notes)).toEqual(order.slice(last));
			const second = await onWiki(demo.origin);
			expect([second.code, second.out.at(-1)]).toEqual([0, 'The wiki serves what was built.']);
			expect(second.out.filter((line) => line.startsWith('created: '))).toHaveLength(
				order.length - last + (fate === 'lostBefore' ? 1 : 0),
			);
		},
	);

	test('while it is taken away: the next run finishes that', async () => {
		await onWiki(demo.origin);
		const proxy = await startProxy(demo.origin, (write) => (write < 3 ? 'pass' : 'lostAfter'));
		const { code, notes } = await onWiki(proxy.origin, ['--remove']);
		await proxy.stop();
		expect([code, below('Written:', notes).length]).toEqual([1, 2]);
		expect(demo.store.pages.find('MediaWiki:Gadgets-definition')).toBeNull();
		expect((await onWiki(demo.origin, ['--remove'])).code).toBe(0);
		expect(demo.store.pages.find('MediaWiki:Gadget-mentorship')).toBeNull();
	});
});

test('Ctrl-C says what is written, and the next run finishes', async () => {
	const controller = new AbortController();
	const proxy = await startProxy(demo.origin, (write): Fate => {
		if (write === 3) {
			controller.abort();
		}
		return 'pass';
	});
	const { code, notes } = await onWiki(proxy.origin, [], controller.signal);
	await proxy.stop();
	expect(code).toBe(130);
	expect(notes).toContain('Interrupted.');
	expect(below('Written:', notes)).toEqual(order.slice(0, 2));
	expect((await onWiki(demo.origin)).code).toBe(0);
});

test.each([
	['edits', 'editconflict'],
	['creates', 'articleexists'],
])('a person who %s the page just then is not overwritten', async (_what, expected) => {
	if (expected === 'editconflict') {
		await onWiki(demo.origin);
		await harness.build({ 'Gadget-mentorship.js': 'mw.hook("newer").fire(1);\n' });
	}
	const theirs = 'mw.hook("theirs").fire(1);';
	const proxy = await startProxy(demo.origin, (_write, body): Fate => {
		const title = body.get('title') ?? '';
		if (title.endsWith('mentorship.js')) {
			demo.store.pages.save({
				title: { namespace: 8, name: 'Gadget-mentorship.js', text: title },
				contentModel: 'javascript',
				content: theirs,
				comment: '',
				user: null,
				timestamp: Date.now(),
			});
		}
		return 'pass';
	});
	const { code, notes } = await onWiki(proxy.origin);
	await proxy.stop();
	expect(code).toBe(1);
	expect(notes[1]).toBe(`Someone else has changed this page in the meantime (${expected}).`);
	expect(below('Not known to be written:', notes)).toEqual(['MediaWiki:Gadget-mentorship.js']);
	expect(demo.store.pages.find('MediaWiki:Gadget-mentorship.js')?.latest.content).toBe(theirs);
	expect((await onWiki(demo.origin)).code).toBe(0);
});
