import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createHarness, type DeployHarness, everything, smallBuild } from '../deploy/harness.ts';
import { type Fate, startProxy } from '../deploy/proxy.ts';
import { describePlainJourneys } from '../journeys/plain.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { credentials, definitionTitle, dist, interfacePages, startWiki } from './deployedWiki.ts';
import { readPage } from './pages.ts';
import { type RealWiki, startRealWiki } from './realWiki.ts';
import { mediaWiki } from './underTest.ts';

let harness: DeployHarness;
beforeAll(async () => {
	harness = await createHarness();
});
afterAll(() => harness.remove());

describe(`the gadget as deployed to a fresh ${mediaWiki}`, () => {
	describePlainJourneys(
		async () =>
			prepareWiki(await startWiki(), async ({ origin }) => {
				const args = ['--wiki', `${origin}/index.php/Main_Page`, '--yes'];
				const result = await harness.deploy(args, credentials('deploy'), {}, dist);
				expect(result.out.at(-1)).toBe('The wiki serves what was built.');
				expect(result.code).toBe(0);
			}),
		'vector-2022',
	);
});

describe(`deploying to ${mediaWiki}`, () => {
	let wiki: RealWiki;

	beforeAll(async () => {
		wiki = await startWiki();
	});
	afterAll(() => wiki?.stop());
	beforeEach(async () => {
		await harness.build(smallBuild);
		for (const title of Object.keys(await interfacePages(wiki))) {
			await wiki.deletePage(title);
		}
	});

	const onWiki = (args: readonly string[] = [], app = 'deploy', dependencies = {}) =>
		harness.deploy(['--wiki', wiki.origin, '--yes', ...args], credentials(app), {}, dependencies);

	test('again says that there is nothing to do', async () => {
		expect((await onWiki([], 'deploy', dist)).code).toBe(0);
		const { code, out } = await onWiki([], 'deploy', dist);
		expect([code, ...out.slice(-2)]).toEqual([
			0,
			'Nothing to do.',
			'The wiki serves what was built.',
		]);
	});

	test.each([
		['a wiki without gadgets', undefined],
		['another gadget', '== Editing ==\n* clock[ResourceLoader|default]|clock.js  \n\n<!-- end -->'],
	])('to %s and taking it away leaves the wiki as it was', async (_what, theirs) => {
		if (theirs !== undefined) {
			await wiki.savePage(definitionTitle, theirs);
			await wiki.savePage('MediaWiki:Gadget-clock.js', 'window.clock = 1;');
		}
		const before = await interfacePages(wiki);
		expect((await onWiki([], 'deploy', dist)).code).toBe(0);
		expect(await readPage(wiki, definitionTitle)).toContain(`${theirs ?? ''}`);
		expect(await interfacePages(wiki)).not.toEqual(before);
		const { code, out } = await onWiki(['--remove'], 'deploy', dist);
		expect([code, out.at(-1)]).toEqual([0, 'The wiki serves it no longer.']);
		expect(await interfacePages(wiki)).toEqual(before);
	});

	test('never overwrites the community’s thresholds', async () => {
		await wiki.savePage('MediaWiki:Gadget-mentorship.json', '{"theirs":true}');
		await onWiki();
		await onWiki(['--remove']);
		expect(JSON.parse(Object.values(await interfacePages(wiki))[0] ?? '')).toEqual({
			theirs: true,
		});
	});

	test('with a wrong password ends with a clear message', async () => {
		const wrong = credentials('deploy', 'fedcba9876543210fedcba9876543210');
		const result = await harness.deploy(['--wiki', wiki.origin, '--yes'], wrong);
		expect(result.code).toBe(1);
		expect(result.notes).toEqual([
			expect.stringMatching(/^The wiki does not let you in: .*Special:BotPasswords\.$/),
		]);
		expect(everything(result)).not.toContain(wrong.MENTORSHIP_WIKI_PASSWORD);
		expect(await interfacePages(wiki)).toEqual({});
		expect((await onWiki()).code).toBe(0);
	});

	test('with too few rights says which, and where they come from', async () => {
		const { code, notes } = await onWiki([], 'poor');
		expect(code).toBe(1);
		expect(notes.join('\n')).toMatch(
			/createpage.*“Create, edit, and move pages”.*editsitejs.*“Edit sitewide and user CSS\/JS”/s,
		);
		expect(await interfacePages(wiki)).toEqual({});
	});

	test('while a person edits ends with a clear message, and the next run finishes', async () => {
		const { origin } = wiki;
		const proxy = await startProxy(origin, async (_write, body): Promise<Fate> => {
			if (body.get('title') === definitionTitle) {
				await wiki.savePage(definitionTitle, '* clock|clock.js');
			}
			return 'pass';
		});
		const args = ['--wiki', `${proxy.origin}/api.php`, '--yes'];
		const { code, notes } = await harness.deploy(args, credentials('deploy'));
		await proxy.stop();
		expect(code).toBe(1);
		expect(notes).toContain('Someone else has changed this page in the meantime (articleexists).');
		expect(await readPage(wiki, definitionTitle)).toBe('* clock|clock.js');
		expect((await onWiki()).code).toBe(0);
		expect(await readPage(wiki, definitionTitle)).toMatch(/^\* clock\|clock.js\n\* mentorship\[/);
	});

	test('does not overwrite what the same person changes in a browser meanwhile', async () => {
		await onWiki();
		await harness.build({ 'Gadget-mentorship.js': 'mw.hook("newer").fire(1);\n' });
		const theirs = 'mw.hook("theirs").fire(1);';
		const ask = async () => {
			await wiki.savePage('MediaWiki:Gadget-mentorship.js', theirs);
			return 'yes';
		};
		const args = ['--wiki', wiki.origin];
		const { code, notes } = await harness.deploy(args, credentials('deploy'), { ask });
		expect(code).toBe(1);
		expect(notes.at(-1)).toContain('Someone has just changed MediaWiki:Gadget-mentorship.js');
		expect(await readPage(wiki, 'MediaWiki:Gadget-mentorship.js')).toBe(theirs);
		expect((await onWiki()).code).toBe(0);
	});

	test('a build that its parser refuses is taken back', async () => {
		await onWiki();
		const before = await interfacePages(wiki);
		await harness.build({ 'Gadget-mentorship.js': 'window?.name;\n' });
		const blind = { findBuildMistakes: () => [] };
		const { code, notes } = await onWiki([], 'deploy', blind);
		expect(code).toBe(1);
		expect(notes.join('\n')).toMatch(/ext\.gadget\.mentorship: .*[Pp]arse error.*taken back/s);
		expect(await interfacePages(wiki)).toEqual(before);
	});

	test('describes the gadget on Special:Gadgets', async () => {
		await onWiki([], 'deploy', dist);
		const page = await fetch(`${wiki.origin}/index.php/Special:Gadgets`);
		const text = await page.text();
		expect(text).toContain('shows newcomers their mentor');
		expect(text).not.toContain('⧼gadget-mentorship⧽');
	});
});

test('a wiki killed half way: the next run finishes', async () => {
	const folder = await mkdtemp(path.join(tmpdir(), 'killed-wiki-'));
	const wiki = await startWiki(folder);
	await harness.build(smallBuild);
	const proxy = await startProxy(wiki.origin, async (write): Promise<Fate> => {
		if (write === 4) {
			await wiki.stop();
		}
		return 'pass';
	});
	const first = await harness.deploy(
		['--wiki', `${proxy.origin}/api.php`, '--yes'],
		credentials('deploy'),
	);
	await proxy.stop();
	expect(first.code).toBe(1);
	expect(first.notes.join('\n')).toMatch(
		/\(network\).*Written:.*Not written:.*Run the same command again/s,
	);
	const restarted = await startRealWiki({ folder });
	const args = ['--wiki', restarted.origin, '--yes'];
	const second = await harness.deploy(args, credentials('deploy'));
	await restarted.stop();
	await rm(folder, { recursive: true, force: true });
	expect([second.code, second.out.at(-1)]).toEqual([0, 'The wiki serves what was built.']);
	expect(second.out.filter((line) => line.startsWith('created: '))).toHaveLength(4);
});
