import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Demo } from '../../server-mock/demo.ts';
import { titleOf } from '../../server-mock/wiki/title.ts';
import {
	administrator,
	createHarness,
	type DeployHarness,
	everything,
	smallBuild,
	startBareDemo,
} from './harness.ts';

const definitionTitle = 'MediaWiki:Gadgets-definition';
let demo: Demo;
let harness: DeployHarness;
let clock: number;

beforeEach(async () => {
	clock = Date.UTC(2026, 10, 28);
	harness = await createHarness();
	await harness.build(smallBuild);
	demo = await startBareDemo();
});
afterEach(async () => {
	await demo.close();
	await harness.remove();
});

/** Each run begins a minute after the one before. */
const onDemo = (...args: string[]) =>
	harness.deploy(['--wiki', demo.origin, '--yes', ...args], administrator, {
		now: () => {
			clock += 60_000;
			return clock;
		},
	});
const verify = () => harness.verify(['--wiki', demo.origin]);
const savePage = (title: string, content: string) =>
	demo.store.pages.save({
		title: titleOf(title),
		contentModel: title.endsWith('.js') ? 'javascript' : 'wikitext',
		content,
		comment: '',
		user: null,
		timestamp: Date.now(),
	});
const pages = () =>
	demo.store.pages
		.titles(8, 'MediaWiki:Gadget')
		.map((title) => [title, demo.store.pages.find(title)?.latest.content]);

describe('verify', () => {
	test('says that a wiki has this build, also beside others’ gadgets and thresholds', async () => {
		savePage(definitionTitle, '* clock|clock.js');
		await onDemo();
		const result = await verify();
		expect(result).toMatchObject({ code: 0, notes: [] });
		expect(result.out).toEqual([
			'Demo wiki has this build: 7 pages, Mentorship Gadget 0.1.0, 1a2b3c4d5e.',
		]);
	});

	test('names page and revision where one character differs', async () => {
		await onDemo();
		const title = 'MediaWiki:Gadget-mentorship-card.js';
		savePage(title, 'mw.hook("card").fire(window?.nane);');
		const revision = demo.store.pages.find(title)?.latest.id;
		const { code, out } = await verify();
		expect(code).toBe(1);
		expect(out).toEqual([
			`${title}, revision ${revision}: it is not what was built`,
			'ext.gadget.mentorship-card: the wiki serves another mentorship-card.js',
			expect.stringContaining('Demo wiki differs from this build'),
		]);
	});

	test('names a page that is missing, and a line of the definition that was changed', async () => {
		await onDemo();
		demo.store.pages.remove('MediaWiki:Gadget-mentorship-card.css');
		savePage(definitionTitle, '* mentorship[ResourceLoader|default|rights=edit]|mentorship.js');
		const text = everything(await verify());
		expect(text).toContain('MediaWiki:Gadget-mentorship-card.css: there is no such page');
		expect(text).toMatch(/MediaWiki:Gadgets-definition, revision \d+: it is not what was built/);
	});

	test('says so on a wiki without the gadget', async () => {
		expect(await verify()).toMatchObject({ code: 1 });
	});
});

describe('--trial', () => {
	test('makes the gadget nobody’s but who asks for it, and the next deploy everybody’s', async () => {
		expect(await onDemo('--trial')).toMatchObject({ code: 0 });
		const definition = () => demo.store.pages.find(definitionTitle)?.latest.content ?? '';
		expect(definition()).toContain('* mentorship[ResourceLoader|supportsUrlLoad|package]|');
		const { code, out } = await verify();
		expect([code, out[0]]).toEqual([0, expect.stringContaining('has this build for a trial')]);
		const { out: changes } = await onDemo();
		expect(changes.filter((line) => line.startsWith('updated: '))).toEqual([
			`updated: ${definitionTitle}`,
		]);
		expect(definition()).toContain('* mentorship[ResourceLoader|default|package]|');
	});
});

describe('--undo', () => {
	test('restores every page as it was before the last run, to the byte', async () => {
		savePage(definitionTitle, '== Editing ==\n* clock|clock.js  \n\n<!-- end -->');
		await onDemo();
		const before = pages();
		await harness.build({
			'Gadget-mentorship.js': 'mw.hook("newer").fire(1);\n',
			'Gadget-mentorship%2Ffr': 'Mentorat',
		});
		expect(await onDemo()).toMatchObject({ code: 0 });
		expect(pages()).not.toEqual(before);
		const { code, out } = await onDemo('--undo');
		expect([code, out.at(-1)]).toEqual([0, 'The wiki serves what it served before.']);
		expect(pages()).toEqual(before);
	});

	test('of the first run takes its pages away, the definition first', async () => {
		const before = pages();
		await onDemo();
		const { code, out } = await onDemo('--undo');
		expect([code, out.at(-1)]).toEqual([0, 'The wiki serves it no longer.']);
		expect(out.find((line) => /^(updated|deleted): /.test(line))).toBe(
			`deleted: ${definitionTitle}`,
		);
		expect(pages()).toEqual(before);
	});

	test('leaves what a person has changed since, and says so', async () => {
		await onDemo();
		await harness.build({
			'Gadget-mentorship.js': 'mw.hook("newer").fire(1);\n',
			'Gadget-mentorship': 'Newer',
		});
		await onDemo();
		savePage('MediaWiki:Gadget-mentorship', 'Theirs');
		const { notes } = await onDemo('--undo');
		expect(notes).toContain('MediaWiki:Gadget-mentorship stays: someone has changed it since.');
		expect(demo.store.pages.find('MediaWiki:Gadget-mentorship')?.latest.content).toBe('Theirs');
		expect(demo.store.pages.find('MediaWiki:Gadget-mentorship.js')?.latest.content).toBe(
			'mw.hook("mentorship").fire(1);',
		);
	});

	test.each([
		['nothing', [], 'there is nothing to undo'],
		['a removal', [[], ['--remove']], 'took the gadget away'],
		['what was undone', [[], ['--undo']], 'undid the one before'],
	])('of %s says why there is none', async (_what, runs, words) => {
		savePage(definitionTitle, '* clock|clock.js');
		for (const args of runs) {
			await onDemo(...args);
		}
		const before = pages();
		const { code, notes } = await onDemo('--undo');
		expect([code, notes.at(-1)]).toEqual([1, expect.stringContaining(words)]);
		expect(pages()).toEqual(before);
	});
});

describe('--credentials', () => {
	const file = { site: '', username: 'Ada Administrator@deploy', password: 'x' };

	test('asks nothing, and finds the wiki in the file', async () => {
		const password = administrator.MENTORSHIP_WIKI_PASSWORD;
		const path = await harness.write('credentials.json', { ...file, site: demo.origin, password });
		const result = await harness.deploy(['--credentials', path], {});
		expect(result).toMatchObject({ code: 0 });
		expect(everything(result)).not.toContain(password);
	});

	test.each([
		['no file', null, [], 'cannot be read'],
		['a file without a token', { site: 'x' }, [], 'accessToken'],
		[
			'another wiki’s file',
			{ ...file, site: 'a.example' },
			['--wiki', 'b.example'],
			'are for a.ex',
		],
		['a wiki by http', { ...file, site: 'http://a.example' }, [], 'not encrypted'],
	])('given %s says so in one line', async (_what, content, args, words) => {
		const path = content === null ? 'no-such-file' : await harness.write('c.json', content);
		const result = await harness.deploy(['--credentials', path, ...args], {});
		expect(result).toMatchObject({ code: 2, notes: [expect.stringContaining(words)] });
	});
});
