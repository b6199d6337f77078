import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHarness, type DeployHarness } from '../deploy/harness.ts';
import type { WikiSession } from '../support/wikiUnderTest.ts';
import {
	credentials,
	definitionTitle,
	dist,
	interfacePages,
	secret,
	startWiki,
} from './deployedWiki.ts';
import { readPage } from './pages.ts';
import { administrator } from './people.ts';
import type { RealWiki } from './realWiki.ts';
import { mediaWiki } from './underTest.ts';

let wiki: RealWiki;
let harness: DeployHarness;
let clock = Date.UTC(2026, 10, 28);

beforeAll(async () => {
	wiki = await startWiki();
	harness = await createHarness();
});
afterAll(async () => {
	await wiki?.stop();
	await harness?.remove();
});

/** Each run begins a minute after the one before. */
const deploy = (args: readonly string[] = [], dependencies: object = dist) => {
	clock += 60_000;
	const now = () => clock;
	const all = ['--wiki', wiki.origin, '--yes', ...args];
	return harness.deploy(all, credentials('deploy'), { now }, dependencies);
};
const verify = () => harness.verify(['--wiki', wiki.origin], dist.folder);

describe(`what runs on ${mediaWiki}`, () => {
	test('is this build after a deploy, and differs where one character is changed', async () => {
		expect(await deploy()).toMatchObject({ code: 0 });
		expect(await verify()).toMatchObject({ code: 0 });
		const title = 'MediaWiki:Gadget-mentorship-growth.js';
		const text = (await readPage(wiki, title)) ?? '';
		await wiki.savePage(title, text.replace(/mentor(?!.*mentor)/s, 'mentOr'));
		const { code, out } = await verify();
		expect(code).toBe(1);
		expect(out[0]).toMatch(/^MediaWiki:Gadget-mentorship-growth\.js, revision \d+: it is not/);
		await wiki.savePage(title, text);
		expect(await verify()).toMatchObject({ code: 0 });
	});

	test('is byte for byte what it was after --undo', async () => {
		const before = await interfacePages(wiki);
		await harness.build({
			'Gadgets-definition': `${before[definitionTitle]}\n* mentorship-new[ResourceLoader|hidden]|mentorship-new.js\n`,
			'Gadget-mentorship-new.js': 'mw.hook("mentorship").fire(1);\n',
			'Gadget-mentorship': 'Another description',
		});
		expect(await deploy([], {})).toMatchObject({ code: 0 });
		expect(Object.keys(await interfacePages(wiki))).toContain('MediaWiki:Gadget-mentorship-new.js');
		expect(await deploy(['--undo'])).toMatchObject({ code: 0 });
		expect(await interfacePages(wiki)).toEqual(before);
		expect(await verify()).toMatchObject({ code: 0 });
	});

	test('is, for a trial, only for people who ask for it or ticked it', async () => {
		expect(await deploy(['--trial'])).toMatchObject({ code: 0 });
		const page = '/index.php/Special:RecentChanges';
		const loggedOut = await wiki.logIn(null);
		expect(await loads(loggedOut, page)).toBe(false);
		expect(await loads(loggedOut, `${page}?withgadget=mentorship`)).toBe(true);
		const person = await wiki.logIn(administrator);
		expect(await loads(person, page)).toBe(false);
		await person.post({ action: 'options', optionname: 'gadget-mentorship', optionvalue: '1' });
		expect(await loads(person, page)).toBe(true);
		expect((await verify()).out.at(-1)).toContain('for a trial');
		expect(await deploy()).toMatchObject({ code: 0 });
		expect(await loads(loggedOut, page)).toBe(true);
	});

	test('comes there from a clean clone by --credentials, without a terminal', async () => {
		await deploy(['--remove']);
		const folder = await mkdtemp(path.join(tmpdir(), 'clone-'));
		const clone = path.join(folder, 'gadget');
		await promisify(execFile)('git', ['clone', '--quiet', '.', clone]);
		await symlink(path.resolve('node_modules'), path.join(clone, 'node_modules'));
		// A folder of packages is ignored; the link to one, which saves a minute, is not.
		await writeFile(path.join(clone, '.git', 'info', 'exclude'), 'node_modules\n');
		const file = path.join(folder, 'credentials.json');
		const username = `${administrator}@deploy`;
		await writeFile(file, JSON.stringify({ site: wiki.origin, username, password: secret }));
		const args = ['--import', 'tsx', 'gadget/deploy/main.ts', '--credentials', file];
		const child = spawn(process.execPath, args, { cwd: clone, stdio: ['ignore', 'pipe', 'pipe'] });
		const out: string[] = [];
		child.stdout.on('data', (data) => out.push(String(data)));
		child.stderr.on('data', (data) => out.push(String(data)));
		const [code] = await once(child, 'close');
		expect([code, out.join('')]).toEqual([
			0,
			expect.stringContaining('The wiki serves what was built.'),
		]);
		await rm(folder, { recursive: true });
	});
});

/** Whether a page brings the gadget to this browser. */
async function loads({ cookies }: WikiSession, address: string): Promise<boolean> {
	const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
	const response = await fetch(wiki.origin + address, { headers: { cookie } });
	return /"ext\.gadget\.mentorship"/.test(await response.text());
}
