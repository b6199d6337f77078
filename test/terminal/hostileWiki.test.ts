import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDeploy } from '../../gadget/deploy/deploy.ts';
import { createVerify } from '../../gadget/deploy/verify.ts';
import { createReport } from '../../gadget/report/report.ts';
import { reportFailure } from '../../gadget/terminal/failure.ts';
import { createTerminal } from '../../gadget/terminal/runCommand.ts';
import { CommandFailure, type Terminal } from '../../gadget/terminal/terminal.ts';
import { ApiError } from '../../gadget/wiki/api.ts';
import { smallBuild } from '../deploy/harness.ts';
import { anyDocument, hostileTexts } from '../support/hostileTexts.ts';

const origin = 'https://wiki.example';
const elsewhere = 'https://evil.example';
const secret = 'tops3cret-0123456789';
/** In the place of what a wiki echoes: only the deployment knows that it is a secret. */
const echo = 'echo';
const answersWanted = 10_000;

const strings = [
	...Object.values(hostileTexts).filter((text) => text.length < 20_000),
	...['\u001b[2J\u001b[H\rPassword: ', '\u001b]52;c;cm0gLXJmIC8=\u0007', '\u009b31m', '\u0000'],
	...['../../../etc/passwd', `${elsewhere}/api.php`, 'a\nb', echo],
];
const names = [
	...['query', 'pages', 'revisions', 'slots', 'main', 'content', 'title', 'errors', 'code', 'text'],
	...['general', 'extensions', 'gadgets', 'tokens', 'logintoken', 'csrftoken', 'login', 'result'],
	...['userinfo', 'rights', 'edit', 'growthmentorlist', 'growthmentormentee', 'users', 'allusers'],
];
const documents = fc.sample(anyDocument(names), { numRuns: 500, seed: 1 });

/** The same sequence each time. */
function createRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}
const random = createRandom(7);
const oneOf = <Item>(items: readonly Item[]): Item =>
	items[Math.floor(random() * items.length)] ?? expect.fail();
/** How many of its answers are none of MediaWiki's. */
let hostility = 0;
let echoed = '';
const text = () => {
	const chosen = oneOf(strings);
	return chosen === echo ? echoed : chosen;
};
const sometimes = <Item>(share: number, one: Item, other: Item) => (random() < share ? one : other);

/** What MediaWiki would answer, with hostile texts wherever it has any. */
function plausibleAnswer(titles: readonly string[]): object {
	const account = () => ({
		userid: Math.floor(random() * 99) + 1,
		name: text(),
		editcount: Math.floor(random() * 2000) - 9,
		registration: sometimes(0.5, '2020-01-01T00:00:00Z', text()),
	});
	return {
		query: {
			general: {
				...{ sitename: text(), lang: text(), generator: 'MediaWiki 1.45.0' },
				articlepath: sometimes(0.5, '/wiki/$1', text()),
			},
			extensions: [{ name: 'Gadgets' }, { name: sometimes(0.5, 'GrowthExperiments', text()) }],
			...(random() < 0.1 && { gadgets: [{ id: text() }] }),
			tokens: { logintoken: text(), csrftoken: text() },
			userinfo: { name: text(), rights: [...rights, text()] },
			statistics: { activeusers: 9 },
			allpages: [{ title: `MediaWiki:${text()}` }],
			users: [account(), account()],
			allusers: [account(), account()],
			pages: titles.map((title) => ({
				title,
				lastrevid: 7,
				actions: { edit: sometimes(0.01, [{ text: text() }], []) },
				// Some are there, at each time of asking.
				...(title.length % 3 > 0 && {
					revisions: [{ revid: 7, comment: text(), slots: { main: { content: text() } } }],
				}),
			})),
		},
		growthmentorlist: { 6: { username: text() }, 7: { username: text() } },
		growthmentormentee: { mentees: [{ id: 4, name: text() }] },
		login: { result: sometimes(0.9, 'Success', text()), reason: { text: text() } },
		edit: { result: sometimes(0.95, 'Success', text()), oldrevid: 7, newrevid: 8, info: text() },
	};
}
const rights = [
	...['edit', 'createpage', 'editinterface', 'editsitejson', 'editsitecss', 'editsitejs'],
	...['delete', 'bot'],
];

function hostileAnswer(url: URL, body: string): Response {
	const headers = { 'Content-Type': 'application/json', 'Retry-After': oneOf(['0', '1', 'x']) };
	const json = (value: unknown) => new Response(JSON.stringify(value), { headers });
	const titles = new URLSearchParams(url.search || body).get('titles')?.split('|') ?? [];
	if (random() >= hostility) {
		return json(plausibleAnswer(titles));
	}
	const dice = random();
	if (dice < 0.4) {
		return json({
			errors: [{ code: sometimes(0.5, 'abusefilter-warning', text()), text: text() }],
		});
	}
	if (dice < 0.6) {
		return json(oneOf(documents));
	}
	if (dice < 0.8) {
		const address = sometimes(0.5, `${elsewhere}/api.php`, `//evil.example${url.pathname}`);
		return new Response(null, { status: 302, headers: { Location: address } });
	}
	const page = `<link rel="EditURI" href="${sometimes(0.3, `${elsewhere}/api.php`, '/w/api.php')}">`;
	return new Response(page + text(), { status: oneOf([200, 200, 401, 403, 500, 503]) });
}

let folder: string;
let requests: { url: URL; body: string }[];
let printed: string[];

beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'hostile-'));
	await mkdir(path.join(folder, 'wiki'));
	for (const [name, content] of Object.entries(smallBuild)) {
		await writeFile(path.join(folder, 'wiki', name), content);
	}
	requests = [];
	printed = [];
	vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
		requests.push({ url, body: String(init.body ?? '') });
		const answer = hostileAnswer(url, String(init.body ?? ''));
		// As `fetch` does it.
		if (answer.status === 302 && init.redirect !== 'manual') {
			expect(init.redirect).toBe('error');
			throw new TypeError('unexpected redirect');
		}
		return answer;
	});
});
afterEach(async () => {
	vi.unstubAllGlobals();
	await rm(folder, { recursive: true });
});

test('Ten thousand answers of a hostile wiki get no secret elsewhere, move no cursor, and write no file', async () => {
	const before = await readdir('.');
	const stream = { isTTY: true, columns: 200, write: (chunk: string) => printed.push(chunk) };
	const { signal } = new AbortController();
	const terminal = createTerminal({
		...{ stdout: stream, stderr: stream, interrupted: signal },
		ask: async () => 'y',
	});
	const wait = async () => undefined;
	const common = {
		folder: path.join(folder, 'wiki'),
		environment: { MENTORSHIP_WIKI_USER: 'U@deploy', MENTORSHIP_WIKI_PASSWORD: secret },
		build: async () => undefined,
		readSource: async () => ({ version: '0.1.0', commit: '1a2b3c4d5e', isChanged: false }),
		wait,
	};
	const deploy = createDeploy({ ...common, findBuildMistakes: () => [] });
	const verify = createVerify(common);
	const report = createReport(wait);
	const state = path.join(folder, 'state.jsonl');
	const files = ['--csv', path.join(folder, 'report.csv'), '--state', state];
	const runs: ((wiki: string) => Promise<number>)[] = [
		(wiki) => deploy(['--wiki', wiki], terminal),
		(wiki) => deploy(['--wiki', wiki, '--undo'], terminal),
		(wiki) => deploy(['--wiki', wiki, '--remove', '--dry-run'], terminal),
		(wiki) => verify(['--wiki', wiki], terminal),
		(wiki) => report(['--wiki', wiki, ...files], terminal),
		(wiki) => report(['--wiki', wiki, '--json', ...files], terminal),
	];
	const deployments = 3;
	const codes = new Set<number>();
	while (requests.length < answersWanted) {
		const run = oneOf(runs);
		hostility = oneOf([0.01, 0.3]);
		echoed = runs.indexOf(run) < deployments ? secret : '';
		const wiki = sometimes(0.2, origin, `${origin}/w/api.php`);
		codes.add(await endsInWords(() => run(wiki), terminal));
		// Another wiki's answers would be gone on with.
		await rm(state, { force: true });
	}
	expect(new Set(requests.map(({ url }) => url.origin))).toEqual(new Set([origin]));
	expect(requests.some(({ body }) => body.includes(secret))).toBe(true);
	const shown = printed.map((chunk) => chunk.replace('\r\u001b[K', '').replace(/\n$/, ''));
	expect(
		shown.filter((line) => /\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(line)),
	).toEqual([]);
	expect(shown.filter((line) => line.includes(secret))).toEqual([]);
	expect(await readdir('.')).toEqual(before);
	expect((await readdir(folder)).filter((name) => !/^(wiki|report\.csv)$/.test(name))).toEqual([]);
	// They were no refusals only.
	expect([...codes]).toEqual(expect.arrayContaining([0, 1, 2]));
	const changes = requests.filter(({ body }) => /action=(edit|delete)/.test(body));
	expect(changes.length).toBeGreaterThan(100);
	// Whoever has been logged out writes nothing as nobody.
	expect(changes.filter(({ body }) => !body.includes('assert=user'))).toEqual([]);
}, 120_000);

/** As the command line does it: whatever else is thrown is a mistake of ours. */
async function endsInWords(run: () => Promise<number>, terminal: Terminal): Promise<number> {
	try {
		return await run();
	} catch (error) {
		if (!(error instanceof CommandFailure || error instanceof ApiError)) {
			throw error;
		}
		return reportFailure(error, terminal);
	}
}
