import { describe, expect, test } from 'vitest';
import { everything, useBareDemo } from './harness.ts';

const definitionTitle = 'MediaWiki:Gadgets-definition';
const wiki = useBareDemo();
const { deploy, verify, textOf, savePage, pages } = wiki;

describe('verify', () => {
	test('says that a wiki has this build, also beside others’ gadgets and thresholds', async () => {
		savePage(definitionTitle, '* clock|clock.js');
		await deploy();
		const result = await verify();
		expect(result).toMatchObject({ code: 0, notes: [] });
		expect(result.out).toEqual([
			'Demo wiki has this build: 7 pages, Mentorship Gadget 0.1.0, 1a2b3c4d5e.',
		]);
	});

	test('names page and revision where one character differs', async () => {
		await deploy();
		const title = 'MediaWiki:Gadget-mentorship-card.js';
		savePage(title, 'mw.hook("card").fire(window?.nane);');
		const revision = wiki.demo().store.pages.find(title)?.latest.id;
		const { code, out } = await verify();
		expect(code).toBe(1);
		expect(out).toEqual([
			`${title}, revision ${revision}: it is not what was built`,
			'ext.gadget.mentorship-card: the wiki serves another mentorship-card.js',
			expect.stringContaining('Demo wiki differs from this build'),
		]);
	});

	test('names a page that is missing, and a line of the definition that was changed', async () => {
		await deploy();
		wiki.demo().store.pages.remove('MediaWiki:Gadget-mentorship-card.css');
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
	test('loads the gadget only for readers who ask for it, and the next deploy for everyone', async () => {
		expect(await deploy('--trial')).toMatchObject({ code: 0 });
		const definition = () => textOf(definitionTitle) ?? '';
		expect(definition()).toContain('* mentorship[ResourceLoader|supportsUrlLoad|package]|');
		const { code, out } = await verify();
		expect([code, out[0]]).toEqual([0, expect.stringContaining('has this build for a trial')]);
		const { out: changes } = await deploy();
		expect(changes.filter((line) => line.startsWith('updated: '))).toEqual([
			`updated: ${definitionTitle}`,
		]);
		expect(definition()).toContain('* mentorship[ResourceLoader|default|package]|');
	});
});

describe('--undo', () => {
	test('restores every page as it was before the last run, to the byte', async () => {
		savePage(definitionTitle, '== Editing ==\n* clock|clock.js  \n\n<!-- end -->');
		await deploy();
		const before = pages();
		await wiki.build({
			'Gadget-mentorship.js': 'mw.hook("newer").fire(1);\n',
			'Gadget-mentorship%2Ffr': 'Mentorat',
		});
		expect(await deploy()).toMatchObject({ code: 0 });
		expect(pages()).not.toEqual(before);
		const { code, out } = await deploy('--undo');
		expect([code, out.at(-1)]).toEqual([0, 'The wiki serves what it served before.']);
		expect(pages()).toEqual(before);
	});

	test('of the first run takes its pages away, the definition first', async () => {
		const before = pages();
		await deploy();
		const { code, out } = await deploy('--undo');
		expect([code, out.at(-1)]).toEqual([0, 'The wiki serves it no longer.']);
		expect(out.find((line) => /^(updated|deleted): /.test(line))).toBe(
			`deleted: ${definitionTitle}`,
		);
		expect(pages()).toEqual(before);
	});

	test('leaves what a person has changed since, and says so', async () => {
		await deploy();
		await wiki.build({
			'Gadget-mentorship.js': 'mw.hook("newer").fire(1);\n',
			'Gadget-mentorship': 'Newer',
		});
		await deploy();
		savePage('MediaWiki:Gadget-mentorship', 'Theirs');
		const { notes } = await deploy('--undo');
		expect(notes).toContain('MediaWiki:Gadget-mentorship stays: someone has changed it since.');
		expect(textOf('MediaWiki:Gadget-mentorship')).toBe('Theirs');
		expect(textOf('MediaWiki:Gadget-mentorship.js')).toBe('mw.hook("mentorship").fire(1);');
	});

	test.each([
		['nothing', [], 'there is nothing to undo'],
		['a removal', [[], ['--remove']], 'took the gadget away'],
		['an undo', [[], ['--undo']], 'undid the one before'],
	])('after %s says why it cannot be done', async (_what, runs, words) => {
		savePage(definitionTitle, '* clock|clock.js');
		for (const args of runs) {
			await deploy(...args);
		}
		const before = pages();
		const { code, notes } = await deploy('--undo');
		expect([code, notes.at(-1)]).toEqual([1, expect.stringContaining(words)]);
		expect(pages()).toEqual(before);
	});
});
