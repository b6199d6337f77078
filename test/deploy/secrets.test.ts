import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildWithoutCredentials } from '../../gadget/deploy/build.ts';
import { closeServer, listenAnywhere } from '../support/localServer.ts';
import { createHarness, type DeployHarness, everything, smallBuild } from './harness.ts';

const secret = 'tops3cret/+ü';

let harness: DeployHarness;
let server: Server;
let origin: string;
let failWith: number[];
let redirect: (url: string) => string | null;
let answer: (action: string, body: string, authorization: string) => string;
const asked: string[] = [];

beforeEach(async () => {
	harness = await createHarness();
	await harness.build(smallBuild);
	asked.length = 0;
	redirect = () => null;
	failWith = [];
	server = createServer((request, response) => {
		let body = '';
		asked.push(request.url ?? '');
		const status = failWith.shift();
		if (status !== undefined) {
			response.writeHead(status, { 'Content-Type': 'text/html' }).end('<h1>No</h1>');
			return;
		}
		const target = redirect(request.url ?? '');
		if (target !== null) {
			response.writeHead(302, { Location: target }).end();
			return;
		}
		request.on('data', (chunk) => {
			body += chunk;
		});
		request.on('end', () => {
			const query = new URL(request.url ?? '', 'http://x').searchParams;
			const action = query.get('meta') ?? new URLSearchParams(body).get('action') ?? '';
			response.end(answer(action, decodeURIComponent(body), request.headers.authorization ?? ''));
		});
	});
	origin = await listenAnywhere(server);
});
afterEach(async () => {
	await closeServer(server);
	await harness.remove();
});

const token = JSON.stringify({ query: { tokens: { logintoken: 'x', csrftoken: 'x' } } });
const site = { sitename: 'W', lang: 'en', generator: 'MediaWiki 1.43.9', articlepath: '/wiki/$1' };
const general = JSON.stringify({ query: { general: site } });

describe('a secret', () => {
	test.each([
		[
			'the reason of a refusal',
			(body: string) => ({ login: { result: 'Failed', reason: { text: body } } }),
		],
		['an error', (body: string) => ({ errors: [{ code: 'x', text: body }] })],
		['an error’s code', (body: string) => ({ errors: [{ code: body, text: 'x' }] })],
		['a result', (body: string) => ({ login: { result: body } })],
	])('does not show where the wiki echoes it in %s', async (_where, echo) => {
		answer = (action, body) => (action === 'tokens' ? token : JSON.stringify(echo(body)));
		const result = await harness.deploy(['--wiki', `${origin}/api.php`, '--yes'], {
			MENTORSHIP_WIKI_USER: 'U@deploy',
			MENTORSHIP_WIKI_PASSWORD: secret,
		});
		expect(result.code).toBe(1);
		expect(everything(result)).toContain('•••');
		expect(everything(result)).not.toContain(secret);
		expect(asked.join()).not.toContain('tops3cret');
	});

	test('is the token, too, which proves who asks and shows nowhere', async () => {
		const authorizations = new Set<string>();
		answer = (action, _body, authorization) => {
			authorizations.add(authorization);
			return action === 'siteinfo'
				? general
				: JSON.stringify({ errors: [{ code: 'x', text: authorization }] });
		};
		const result = await harness.deploy(['--wiki', `${origin}/api.php`, '--yes'], {
			MENTORSHIP_WIKI_TOKEN: 'tops3cret',
		});
		expect([...authorizations]).toEqual(['Bearer tops3cret']);
		expect(result.code).toBe(1);
		expect(everything(result)).not.toContain('tops3cret');
	});

	test('is asked for without showing where the environment has none', async () => {
		answer = (action) => (action === 'tokens' ? token : '{"login":{"result":"Failed"}}');
		const questions: unknown[] = [];
		const ask = async (question: string, isSecret?: boolean) => {
			questions.push([question, isSecret ?? false]);
			return isSecret ? secret : 'U@deploy';
		};
		const result = await harness.deploy(['--wiki', `${origin}/api.php`], {}, { ask });
		expect(questions).toEqual([
			[`BotPassword’s name on ${new URL(origin).host} (User@App): `, false],
			[`Password of U@deploy, which is sent to ${origin}: `, true],
		]);
		expect(result).toMatchObject({ code: 1 });
	});

	test.each([
		['http', 'http://wiki.invalid/w/api.php'],
		['http, of a page', 'http://wiki.invalid/wiki/Main_Page'],
		['a host that only begins like this machine', 'http://localhost.wiki.invalid/w/api.php'],
	])('does not leave this machine unencrypted: %s is refused', async (_what, address) => {
		const result = await harness.deploy(['--wiki', address, '--yes'], credentials);
		expect(result).toMatchObject({
			code: 2,
			notes: [expect.stringContaining('is not encrypted')],
		});
	});
});

const credentials = { MENTORSHIP_WIKI_USER: 'U@deploy', MENTORSHIP_WIKI_PASSWORD: secret };

describe('a wiki that leads elsewhere', () => {
	let elsewhere: Server;
	const sent: string[] = [];
	beforeEach(() => {
		sent.length = 0;
		elsewhere = createServer((request, response) => {
			sent.push(request.url ?? '');
			response.end('{"query":{"pages":[]}}');
		});
	});
	afterEach(() => closeServer(elsewhere));

	test('by the address of its API is not followed, and that host hears nothing', async () => {
		const other = await listenAnywhere(elsewhere);
		answer = () => `<link rel="EditURI" href="${other}/w/api.php?action=rsd">`;
		const result = await harness.deploy(['--wiki', origin, '--yes'], credentials);
		expect(result).toMatchObject({
			code: 2,
			notes: [expect.stringContaining(`leads to ${other}/w/api.php`)],
		});
		expect(sent).toEqual([]);
	});

	test('by a redirect of its page is not followed, however many there are', async () => {
		const other = await listenAnywhere(elsewhere);
		redirect = (url) => (url === '/' ? '/wiki/Main_Page' : `${other}/wiki/Main_Page`);
		const result = await harness.deploy(['--wiki', origin, '--yes'], credentials);
		expect(result).toMatchObject({
			code: 2,
			notes: [expect.stringContaining(`leads to ${other}`)],
		});
		expect(asked).toEqual(['/', '/wiki/Main_Page']);
		expect(sent).toEqual([]);
	});

	test.each([
		['a dry run, which only reads', ['--dry-run'], {}],
		['a login', ['--yes'], credentials],
		['a token', ['--yes'], { MENTORSHIP_WIKI_TOKEN: secret }],
	])('by a redirect of its API is not followed: %s', async (_what, args, environment) => {
		const other = await listenAnywhere(elsewhere);
		redirect = (url) => other + url;
		const result = await harness.deploy(['--wiki', `${origin}/api.php`, ...args], environment);
		expect(result.code).toBe(1);
		expect(sent).toEqual([]);
	});
});

test.each([
	['no wiki', '<html></html>', 2, 'There is no MediaWiki at'],
	['an answer that is none', '<html></html>', 2, '(no-api)', '/api.php'],
])('an address with %s is said to be one', async (_what, text, code, words, path = '/') => {
	answer = () => text;
	const result = await harness.deploy(['--wiki', origin + path, '--dry-run'], {});
	expect(result.code).toBe(code);
	expect(result.notes.join()).toContain(words);
});

describe('a wiki that cannot have the gadget is not written to', () => {
	const query = { general: site, extensions: [{ name: 'Gadgets' }], gadgets: [{ id: 'clock' }] };
	const definition = (content: string) => ({
		title: 'MediaWiki:Gadgets-definition',
		actions: { edit: [] },
		revisions: [{ revid: 1, slots: { main: { content } } }],
	});

	test.each([
		['too old', { general: { ...site, generator: 'MediaWiki 1.39.17' } }, '', '1.43 or later'],
		[
			'without the extension Gadgets',
			{ extensions: [{ name: 'Echo' }] },
			'',
			'lacks the extension',
		],
		['with definitions as JSON pages', {}, '* other|other.js', '$wgGadgetsRepo'],
		['with those alone', {}, '', '$wgGadgetsRepo'],
		['that reads none of its definitions', { gadgets: [] }, '* a|a.js', '$wgGadgetsRepo'],
	])('%s', async (_what, changes, content, words) => {
		answer = (action) => {
			switch (action) {
				case 'siteinfo':
					return JSON.stringify({ query: { ...query, ...changes } });
				case 'userinfo':
					return '{"query":{"userinfo":{"name":"1.2.3.4","anon":true,"rights":[]}}}';
				default: {
					const allpages = [{ title: 'MediaWiki:Gadgets/clock.json' }];
					return JSON.stringify({ query: { pages: [definition(content)], allpages } });
				}
			}
		};
		const result = await harness.deploy(['--wiki', `${origin}/api.php`, '--dry-run'], {});
		expect(result.code).toBe(1);
		expect(result.notes.at(-1)).toContain(words);
		expect(result.notes.at(-1)).toContain('Nothing was written.');
	});
});

describe('the build', () => {
	/** A script in the place of the build's. */
	const writeScript = async (text: string) => {
		const script = await harness.write('build.mjs', null);
		await writeFile(script, text);
		return script;
	};

	test('does not see who deploys', async () => {
		const seen = await harness.write('environment.json', null);
		const script = await writeScript(
			`import { writeFileSync } from 'node:fs';
			writeFileSync(${JSON.stringify(seen)}, JSON.stringify(process.env));`,
		);
		const environment = { ...process.env, ...credentials, MENTORSHIP_WIKI_TOKEN: 'tops3cret' };
		await buildWithoutCredentials(environment, script);
		const text = await readFile(seen, 'utf8');
		expect(JSON.parse(text)).toHaveProperty('PATH');
		expect(text).not.toMatch(/tops3cret|MENTORSHIP_WIKI/);
	});

	test('that fails ends the deployment in one line', async () => {
		const script = await writeScript('process.exit(1);');
		const build = () => buildWithoutCredentials(process.env, script);
		const result = await harness.deploy(['--wiki', origin, '--yes'], credentials, {}, { build });
		expect(result).toMatchObject({
			code: 1,
			notes: ['The build failed, as it says above. Nothing was written.'],
		});
	});
});

describe('an answer before the wiki’s own', () => {
	test.each([
		[401, 'asks for a login of its web server'],
		[403, 'lets nobody in from here'],
		[404, 'no such page'],
	])('of status %i has its own sentence', async (status, words) => {
		failWith = [status];
		for (const address of [origin, `${origin}/api.php`]) {
			failWith = [status];
			const { code, notes } = await harness.deploy(['--wiki', address, '--dry-run'], {});
			expect([code, notes.join()]).toEqual([1, expect.stringContaining(words)]);
			expect(notes.join()).not.toContain('There is no MediaWiki');
		}
	});

	test('of status 503 is waited for, and asked again', async () => {
		failWith = [503, 503];
		answer = () => '<html></html>';
		const { notes } = await harness.deploy(['--wiki', origin, '--dry-run'], {});
		expect(notes.slice(0, 2)).toEqual([
			'The wiki is busy (http503): waiting 5 s.',
			'The wiki is busy (http503): waiting 10 s.',
		]);
		expect(asked).toHaveLength(3);
	});
});
