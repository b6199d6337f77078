import { describe, expect, test } from 'vitest';
import { everything, smallBuild, useBareDemo } from './harness.ts';

const definitionTitle = 'MediaWiki:Gadgets-definition';
const configurationTitle = 'MediaWiki:Gadget-mentorship.json';
const loaderTitle = 'MediaWiki:Gadget-mentorship.js';
const wiki = useBareDemo();
const { deploy, textOf, savePage, pages } = wiki;
const commentOf = (title: string) => wiki.demo().store.pages.find(title)?.latest.comment;

describe('deploying to the demo wiki', () => {
	test('writes the chosen languages, and verify compares those', async () => {
		const { code, notes } = await deploy('--languages', '');
		expect(code).toBe(0);
		expect(notes.join('\n')).toMatch(/Languages left out: .*de.* \(--languages takes any\)\./);
		expect(textOf('MediaWiki:Gadget-mentorship/de')).toBeUndefined();
		expect(await wiki.verify('--languages', '')).toMatchObject({ code: 0 });
		expect(await wiki.verify()).toMatchObject({ code: 1 });
	});

	test('writes what the loader needs first and the definition last, then has nothing to do', async () => {
		const first = await deploy();
		expect(everything(first)).toContain('Wiki: Demo wiki');
		expect(first.code).toBe(0);
		expect(first.notes.join('\n')).toMatch(
			/What comes next.*mentorship-module.*Add mentors, .*MediaWiki:Gadget-mentorship\.json/s,
		);
		const created = first.out.filter((line) => line.startsWith('created: '));
		expect(created.slice(-2)).toEqual([`created: ${loaderTitle}`, `created: ${definitionTitle}`]);
		expect(first.out.at(-1)).toBe('The wiki serves what was built.');
		expect(textOf('MediaWiki:Gadget-mentorship/de')).toBe('Mentoren für Neulinge');
		expect(wiki.demo().store.pages.find(loaderTitle)?.latest.userName).toBe('Ada Administrator');
		expect(commentOf(loaderTitle)).toMatch(
			/^Install \(Mentorship Gadget 0\.1\.0, 1a2b3c4d5e; run \d{8}T\d{6}Z\)$/,
		);
		const second = await deploy();
		expect(second).toMatchObject({ code: 0 });
		expect(second.out).toContain('Nothing to do.');
		expect(second.out.filter((line) => !line.startsWith('unchanged'))).toHaveLength(3);
	});

	test('never overwrites the community’s thresholds, and says so', async () => {
		const before = textOf(configurationTitle);
		const { out } = await deploy();
		expect(out).toContain(`keep       ${configurationTitle}  (the community’s own)`);
		expect(textOf(configurationTitle)).toBe(before);
	});

	test('writes the help page on request, naming this wiki’s newcomers’ page, and never again', async () => {
		const title = 'Help:Mentorship';
		expect((await deploy('--help-page', title)).out).toContain(`created: ${title}`);
		expect(textOf(title)).toContain('[[Project:Newcomers]]');
		savePage(title, 'In our own words.');
		const { code, out } = await deploy('--help-page', title);
		expect(code).toBe(0);
		expect(out).toContain(`keep       ${title}  (the community’s own)`);
		expect(textOf(title)).toBe('In our own words.');
	});

	test('shows the difference of an update, and of a minified script its size', async () => {
		await deploy();
		await wiki.build({
			'Gadget-mentorship': 'Mentors',
			'Gadget-mentorship.js': `${'a();'.repeat(200)}\n`,
		});
		const { out } = await deploy('--dry-run');
		expect(out).toContain('update     MediaWiki:Gadget-mentorship  24 B → 7 B');
		expect(out).toContain('    -Mentorship for newcomers');
		expect(out).toContain('    +Mentors');
		expect(out).toContain(`update     ${loaderTitle}  30 B → 801 B`);
		expect(out.at(-1)).toBe('Would write 2 pages; nothing was written.');
		expect(textOf('MediaWiki:Gadget-mentorship')).toBe('Mentorship for newcomers');
	});

	test('shows a change beside a long line', async () => {
		savePage(definitionTitle, `* clock|clock.js${'|a.js'.repeat(500)}`);
		const { out } = await deploy('--dry-run');
		expect(out.join('\n')).toContain('+* mentorship[ResourceLoader|default|package]|mentorship.js');
		expect(out.join('\n')).toMatch(/… \(and 2,117 more characters\)/);
	});

	test('does not write a script again for its first comment: every reader would download it', async () => {
		await deploy();
		const script = `/* another commit */\n${smallBuild['Gadget-mentorship.js']}`;
		await wiki.build({ 'Gadget-mentorship.js': script });
		expect((await deploy()).out).toContain('Nothing to do.');
	});

	test('writes only the pages named, with the summary given', async () => {
		const { code, out } = await deploy('--only', 'Gadget-mentorship.js', '--summary', 'Try it');
		expect([code, out.at(-1)]).toEqual([0, 'The wiki serves what was built.']);
		expect(pages().map(([title]) => title)).toEqual([loaderTitle, configurationTitle]);
		expect(commentOf(loaderTitle)).toMatch(/^Try it \(Mentorship Gadget /);
	});

	test('writes nothing when the person says no, or a page changes while it asks', async () => {
		const args = ['--wiki', wiki.demo().origin];
		const declined = await wiki.start(args, { ask: async () => 'n' });
		expect([declined.code, declined.out.at(-1)]).toEqual([1, 'Nothing was written.']);
		const changed = await wiki.start(args, {
			ask: async () => {
				savePage(definitionTitle, '* other|other.js');
				return 'y';
			},
		});
		expect(changed).toMatchObject({ code: 1 });
		expect(changed.notes.at(-1)).toContain(`Someone has just changed ${definitionTitle}`);
		expect(pages()).toHaveLength(2);
	});

	test.each(['/', '/index.php/Main_Page', '/api.php', '/api.php?action=help'])(
		'finds the wiki’s API from its address %s',
		async (address) => {
			const args = ['--wiki', wiki.demo().origin + address, '--dry-run'];
			expect(await wiki.start(args)).toMatchObject({ code: 0 });
		},
	);
});

describe('--remove', () => {
	test('leaves the wiki as it was, including what others changed', async () => {
		savePage(definitionTitle, '== Editing ==\n* clock|clock.js  \n\n<!-- end -->');
		const before = pages();
		await deploy();
		expect(pages()).not.toEqual(before);
		const { code, out } = await deploy('--remove');
		expect(code).toBe(0);
		expect(out.filter((line) => /^(updated|deleted): /.test(line)).slice(0, 2)).toEqual([
			`updated: ${definitionTitle}`,
			`deleted: ${loaderTitle}`,
		]);
		expect(pages()).toEqual(before);
		expect((await deploy('--remove')).out).toContain('Nothing to do.');
	});

	test('deletes a definition page and thresholds that only it has made', async () => {
		wiki.demo().store.pages.remove(configurationTitle);
		await deploy();
		await deploy('--remove');
		expect(pages()).toEqual([]);
	});

	test('without the right to delete takes the definition away and keeps the pages', async () => {
		await deploy();
		wiki.setGroups(['interface-admin']);
		const { code, out } = await deploy('--remove');
		expect(code).toBe(0);
		expect(textOf(definitionTitle)).toBe('');
		expect(out).toContain(`keep       ${loaderTitle}  (an administrator can delete it)`);
		expect((await deploy('--remove')).out).toContain('Nothing to do.');
	});
});

describe('a build that a wiki cannot parse', () => {
	const unparsable = { 'Gadget-mentorship.js': 'window?.name;\n' };
	/** As if nothing were found before it is written. */
	const deployBlindly = () =>
		wiki.start(['--wiki', wiki.demo().origin, '--yes'], {}, { findBuildMistakes: () => [] });

	test('is refused before anything is written', async () => {
		await wiki.build(unparsable);
		const { code, notes } = await deploy();
		expect(code).toBe(1);
		expect(notes[0]).toContain(`${loaderTitle}: ResourceLoader cannot parse it`);
		expect(pages()).toHaveLength(1);
	});

	test('is taken back where only the wiki itself notices, the first time', async () => {
		await wiki.build(unparsable);
		expect(await deployBlindly()).toMatchObject({ code: 1 });
		expect(textOf(definitionTitle)).toBeUndefined();
		await wiki.build(smallBuild);
		expect(await deploy()).toMatchObject({ code: 0 });
	});

	test('is taken back where only the wiki itself notices, at an update', async () => {
		await deploy();
		const before = pages();
		await wiki.build({ ...unparsable, 'Gadget-mentorship': 'New description' });
		const { code, notes } = await deployBlindly();
		expect(code).toBe(1);
		expect(notes.join('\n')).toMatch(/ext\.gadget\.mentorship: Parse error.*taken back/s);
		expect(pages()).toEqual(before);
	});
});
