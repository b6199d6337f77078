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
const configurationTitle = 'MediaWiki:Gadget-mentorship.json';
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

const onDemo = (...args: string[]) =>
	harness.deploy(['--wiki', demo.origin, '--yes', ...args], administrator);
const textOf = (title: string) => demo.store.pages.find(title)?.latest.content;
const savePage = (title: string, content: string) =>
	demo.store.pages.save({
		title: titleOf(title),
		contentModel: titleOf(title).text.endsWith('.json') ? 'json' : 'wikitext',
		content,
		comment: '',
		user: null,
		timestamp: Date.now(),
	});
/** All pages of the gadget and their texts. */
const pages = () =>
	demo.store.pages.titles(8, 'MediaWiki:Gadget').map((title) => [title, textOf(title)]);

describe('deploying to the demo wiki', () => {
	test('writes the languages that were chosen, and verify compares those', async () => {
		const { code, notes } = await onDemo('--languages', '');
		expect(code).toBe(0);
		expect(notes.join('\n')).toMatch(/Languages left out: .*de.* \(--languages takes any\)\./);
		expect(textOf('MediaWiki:Gadget-mentorship/de')).toBeUndefined();
		const verify = async (...args: string[]) =>
			(await harness.verify(['--wiki', demo.origin, ...args])).code;
		expect([await verify('--languages', ''), await verify()]).toEqual([0, 1]);
	});

	test('writes what the loader needs first and the definition last, then has nothing to do', async () => {
		const first = await onDemo();
		expect(everything(first)).toContain('Wiki: Demo wiki');
		expect(first.code).toBe(0);
		expect(first.notes.join('\n')).toMatch(
			/What comes next.*mentorship-module.*Add mentors, .*MediaWiki:Gadget-mentorship\.json/s,
		);
		const created = first.out.filter((line) => line.startsWith('created: '));
		expect(created.slice(-2)).toEqual([
			'created: MediaWiki:Gadget-mentorship.js',
			`created: ${definitionTitle}`,
		]);
		expect(first.out.at(-1)).toBe('The wiki serves what was built.');
		expect(textOf('MediaWiki:Gadget-mentorship/de')).toBe('Mentoren für Neulinge');
		const written = demo.store.pages.find('MediaWiki:Gadget-mentorship.js');
		expect(written?.latest).toMatchObject({
			userName: 'Ada Administrator',
			comment: expect.stringMatching(
				/^Install \(Mentorship Gadget 0\.1\.0, 1a2b3c4d5e; run \d{8}T\d{6}Z\)$/,
			),
		});
		const second = await onDemo();
		expect(second).toMatchObject({ code: 0 });
		expect(second.out).toContain('Nothing to do.');
		expect(second.out.filter((line) => !line.startsWith('unchanged'))).toHaveLength(3);
	});

	test('never overwrites the community’s thresholds, and says so', async () => {
		const before = textOf(configurationTitle);
		const { out } = await onDemo();
		expect(out).toContain(`keep       ${configurationTitle}  (the community’s own)`);
		expect(textOf(configurationTitle)).toBe(before);
	});

	test('writes the help page where it is wanted, for this wiki’s newcomers’ page, and leaves it to the community', async () => {
		const title = 'Help:Mentorship';
		const first = await onDemo('--help-page', title);
		expect(first.out).toContain(`created: ${title}`);
		expect(textOf(title)).toContain('[[Project:Newcomers]]');
		savePage(title, 'In our own words.');
		const second = await onDemo('--help-page', title);
		expect([second.code, second.out]).toEqual([
			0,
			expect.arrayContaining([`keep       ${title}  (the community’s own)`, 'Nothing to do.']),
		]);
		expect(textOf(title)).toBe('In our own words.');
	});

	test.each(['Mentorship', 'MediaWiki:Mentorship', 'Special:Mentorship', 'Help:'])(
		'has no help page at %s',
		async (title) => {
			const { code, notes } = await onDemo('--help-page', title);
			expect([code, notes.join()]).toEqual([2, expect.stringContaining('such as Help:Mentorship')]);
		},
	);

	test('shows the difference of an update, and of a minified script its size', async () => {
		savePage(definitionTitle, '* clock|clock.js\n\n* tail|t.js');
		await onDemo();
		await harness.build({
			'Gadget-mentorship': 'Mentors',
			'Gadget-mentorship.js': `${'a();'.repeat(200)}\n`,
		});
		const { out } = await onDemo('--dry-run');
		expect(out).toContain('update     MediaWiki:Gadget-mentorship  24 B → 7 B');
		expect(out).toContain('    -Mentorship for newcomers');
		expect(out).toContain('    +Mentors');
		expect(out).toContain('update     MediaWiki:Gadget-mentorship.js  30 B → 801 B');
		expect(out.at(-1)).toBe('Would write 2 pages; nothing was written.');
		expect(textOf('MediaWiki:Gadget-mentorship')).toBe('Mentorship for newcomers');
	});

	test('writes only the pages named, and a summary of one’s own', async () => {
		const { code, out } = await onDemo('--only', 'Gadget-mentorship.js', '--summary', 'Try it');
		expect([code, out.at(-1)]).toEqual([0, 'The wiki serves what was built.']);
		expect(pages().map(([title]) => title)).toEqual([
			'MediaWiki:Gadget-mentorship.js',
			configurationTitle,
		]);
		expect(demo.store.pages.find('MediaWiki:Gadget-mentorship.js')?.latest.comment).toMatch(
			/^Try it \(Mentorship Gadget /,
		);
	});

	test('--remove leaves the wiki as it was, but for what others changed', async () => {
		savePage(definitionTitle, '== Editing ==\n* clock|clock.js  \n\n<!-- end -->');
		const before = pages();
		await onDemo();
		expect(pages()).not.toEqual(before);
		const { code, out } = await onDemo('--remove');
		expect(code).toBe(0);
		expect(out.filter((line) => /^(updated|deleted): /.test(line)).slice(0, 2)).toEqual([
			`updated: ${definitionTitle}`,
			'deleted: MediaWiki:Gadget-mentorship.js',
		]);
		expect(pages()).toEqual(before);
		expect((await onDemo('--remove')).out).toContain('Nothing to do.');
	});

	test('--remove deletes a definition page and thresholds that nobody but it has made', async () => {
		demo.store.pages.remove(configurationTitle);
		await onDemo();
		await onDemo('--remove');
		expect(pages()).toEqual([]);
	});

	test('without the right to delete, --remove takes the definition away and keeps the pages', async () => {
		await onDemo();
		demo.store.users.put({
			...(demo.store.users.byName('Ada Administrator') ?? expect.fail()),
			groups: ['interface-admin'],
		});
		const { code, out } = await onDemo('--remove');
		expect(code).toBe(0);
		expect(textOf(definitionTitle)).toBe('');
		expect(out).toContain(
			'keep       MediaWiki:Gadget-mentorship.js  (an administrator can delete it)',
		);
		expect((await onDemo('--remove')).out).toContain('Nothing to do.');
	});

	test('says which rights are missing, and where they come from', async () => {
		const { code, notes } = await harness.deploy(['--wiki', demo.origin, '--yes'], {
			...administrator,
			MENTORSHIP_WIKI_USER: 'Nora Newcomer@deploy',
		});
		expect(code).toBe(1);
		expect(notes.join('\n')).toMatch(/Nora Newcomer lacks.*editinterface.*editsitejs.*grants/s);
		expect(pages()).toHaveLength(1);
	});

	test('writes nothing when a person says no, or changes a page while it asks', async () => {
		const ask = async () => 'n';
		const declined = await harness.deploy(['--wiki', demo.origin], administrator, { ask });
		expect(declined).toMatchObject({ code: 1 });
		expect(declined.out.at(-1)).toBe('Nothing was written.');
		const changing = async () => {
			savePage(definitionTitle, '* other|other.js');
			return 'y';
		};
		const changed = await harness.deploy(['--wiki', demo.origin], administrator, {
			ask: changing,
		});
		expect(changed).toMatchObject({ code: 1 });
		expect(changed.notes.at(-1)).toContain(`Someone has just changed ${definitionTitle}`);
		expect(pages()).toHaveLength(2);
	});

	test('finds the wiki’s API from any of its pages', async () => {
		for (const address of ['/', '/index.php/Main_Page', '/api.php', '/api.php?action=help']) {
			const { code } = await harness.deploy(['--wiki', demo.origin + address, '--dry-run'], {});
			expect([address, code]).toEqual([address, 0]);
		}
	});
});

describe('a build that a wiki cannot parse', () => {
	test('is refused before anything is written', async () => {
		await harness.build({ 'Gadget-mentorship.js': 'window?.name;' });
		const { code, notes } = await onDemo();
		expect(code).toBe(1);
		expect(notes[0]).toContain('MediaWiki:Gadget-mentorship.js: ResourceLoader cannot parse it');
		expect(pages()).toHaveLength(1);
	});

	test('is taken back where only the wiki itself notices, at the first time', async () => {
		await harness.build({ 'Gadget-mentorship.js': 'window?.name;\n' });
		const blind = { findBuildMistakes: () => [] };
		const args = ['--wiki', demo.origin, '--yes'];
		const { code } = await harness.deploy(args, administrator, {}, blind);
		expect(code).toBe(1);
		expect(textOf(definitionTitle)).toBeUndefined();
		await harness.build(smallBuild);
		expect((await onDemo()).code).toBe(0);
	});

	test('is taken back where only the wiki itself notices, at an update', async () => {
		await onDemo();
		const before = pages();
		await harness.build({
			'Gadget-mentorship.js': 'window?.name;\n',
			'Gadget-mentorship': 'New description',
		});
		const { code, notes } = await harness.deploy(
			['--wiki', demo.origin, '--yes'],
			administrator,
			{},
			{ findBuildMistakes: () => [] },
		);
		expect(code).toBe(1);
		expect(notes.join('\n')).toMatch(/ext\.gadget\.mentorship: Parse error.*taken back/s);
		expect(pages()).toEqual(before);
	});
});

describe('deploy', () => {
	test.each([
		['no wiki', ['--yes'], 'It takes --wiki'],
		['no address', ['--wiki', 'http://', '--yes'], '--wiki must be an address'],
		['a password in the address', ['--wiki', 'https://a:b@x.org', '--yes'], '--wiki must be'],
		['nobody to agree', ['--wiki', 'http://127.0.0.1:1'], 'pass --yes'],
		['two tasks', ['--wiki', 'x', '--yes', '--remove', '--undo'], 'choose one'],
		['--remove with --only', ['--wiki', 'x', '--yes', '--remove', '--only', 'y'], 'without --only'],
		['an option it does not know', ['--wiki', 'x', '--password', 'y'], "'--password'"],
	])('given %s says so in one line', async (_case, args, line) => {
		const { code, notes } = await harness.deploy(args, administrator);
		expect({ code, lines: notes.length }).toEqual({ code: 2, lines: 1 });
		expect(notes[0]).toContain(line);
	});

	test('given a page that is not built says which there are', async () => {
		const { code, notes } = await onDemo('--only', 'Gadget-other.js');
		expect(code).toBe(2);
		expect(notes.at(-1)).toMatch(
			/“MediaWiki:Gadget-other.js” is not a page.*Gadget-mentorship\.js/,
		);
	});

	test('without a BotPassword says where it goes', async () => {
		const { code, notes } = await harness.deploy(['--wiki', demo.origin, '--yes'], {
			MENTORSHIP_WIKI_USER: 'Ada Administrator',
		});
		expect(code).toBe(2);
		expect(notes.at(-1)).toMatch(/Special:BotPasswords.*MENTORSHIP_WIKI_PASSWORD/);
	});
});

describe('a tree that differs from its commit', () => {
	const readSource = async () => ({ version: '0.1.0', commit: '1a2b3c4d5e', isChanged: true });
	const ask = async () => 'y';

	test('is not deployed unless a person says --yes', async () => {
		const args = ['--wiki', demo.origin];
		const result = await harness.deploy(args, administrator, { ask }, { readSource });
		expect(result).toMatchObject({ code: 2, notes: [expect.stringContaining('1a2b3c4d5e')] });
		expect(pages()).toHaveLength(1);
	});

	test('is named as such in the wiki’s history', async () => {
		const args = ['--wiki', demo.origin, '--yes'];
		await harness.deploy(args, administrator, {}, { readSource });
		expect(demo.store.pages.find(definitionTitle)?.latest.comment).toContain(
			'1a2b3c4d5e with changes',
		);
	});
});

describe('a page of which only the comment at its beginning differs', () => {
	test('is not written again: every reader would download it anew', async () => {
		await onDemo();
		await harness.build({
			'Gadget-mentorship.js': '/* another commit */\nmw.hook("mentorship").fire(1);\n',
		});
		expect((await onDemo()).out).toContain('Nothing to do.');
	});
});

describe('a long line beside a change', () => {
	test('does not hide the change', async () => {
		savePage(definitionTitle, `* clock|clock.js${'|a.js'.repeat(500)}`);
		const { out } = await onDemo('--dry-run');
		expect(out.join('\n')).toContain('+* mentorship[ResourceLoader|default|package]|mentorship.js');
		expect(out.join('\n')).toMatch(/… \(and 2,117 more characters\)/);
	});
});
