import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildWithoutCredentials } from '../../gadget/deploy/build.ts';
import { closeServer, listenAnywhere } from '../support/localServer.ts';
import { everything } from './harness.ts';
import { general, tokens, useScriptedWiki } from './scriptedWiki.ts';

const secret = 'tops3cret/+ü';
const credentials = { MENTORSHIP_WIKI_USER: 'U@deploy', MENTORSHIP_WIKI_PASSWORD: secret };
const wiki = useScriptedWiki();

describe('a secret', () => {
	test.each<[string, (body: string) => object]>([
		[
			'the reason of a refusal',
			(body) => ({ login: { result: 'Failed', reason: { text: body } } }),
		],
		['an error', (body) => ({ errors: [{ code: 'x', text: body }] })],
		['an error’s code', (body) => ({ errors: [{ code: body, text: 'x' }] })],
		['a result', (body) => ({ login: { result: body } })],
	])('does not show where the wiki echoes it in %s', async (_where, echo) => {
		wiki.answer = ({ action, body }) => (action === 'tokens' ? tokens : echo(body));
		const result = await wiki.deploy(['--wiki', `${wiki.origin}/api.php`, '--yes'], credentials);
		expect(result.code).toBe(1);
		expect(everything(result)).toContain('•••');
		expect(everything(result)).not.toContain(secret);
		expect(wiki.asked.join()).not.toContain('tops3cret');
	});

	test('may be a token, which proves who asks and shows nowhere', async () => {
		const authorizations = new Set<string>();
		wiki.answer = ({ action, authorization }) => {
			authorizations.add(authorization);
			return action === 'siteinfo'
				? { query: { general } }
				: { errors: [{ code: 'x', text: authorization }] };
		};
		const environment = { MENTORSHIP_WIKI_TOKEN: 'tops3cret' };
		const result = await wiki.deploy(['--wiki', `${wiki.origin}/api.php`, '--yes'], environment);
		expect([...authorizations]).toEqual(['Bearer tops3cret']);
		expect(result.code).toBe(1);
		expect(everything(result)).not.toContain('tops3cret');
	});

	test('is asked for without showing it where the environment has none', async () => {
		wiki.answer = ({ action }) => (action === 'tokens' ? tokens : { login: { result: 'Failed' } });
		const questions: unknown[] = [];
		const ask = async (question: string, isSecret = false) => {
			questions.push([question, isSecret]);
			return isSecret ? secret : 'U@deploy';
		};
		const result = await wiki.deploy(['--wiki', `${wiki.origin}/api.php`], {}, { ask });
		expect(questions).toEqual([
			[`BotPassword’s name on ${new URL(wiki.origin).host} (User@App): `, false],
			[`Password of U@deploy, which is sent to ${wiki.origin}: `, true],
		]);
		expect(result).toMatchObject({ code: 1 });
	});
});

describe('a wiki that leads elsewhere', () => {
	let elsewhere: Server;
	let other: string;
	const sent: string[] = [];
	beforeEach(async () => {
		sent.length = 0;
		elsewhere = createServer(({ url = '' }, response) => {
			sent.push(url);
			response.end('{"query":{"pages":[]}}');
		});
		other = await listenAnywhere(elsewhere);
	});
	afterEach(async () => {
		expect(sent).toEqual([]);
		await closeServer(elsewhere);
	});
	const redirectTo = (Location: string) => ({ status: 302, headers: { Location } });

	test('by the address of its API is not followed', async () => {
		wiki.answer = () => `<link rel="EditURI" href="${other}/w/api.php?action=rsd">`;
		const { code, notes } = await wiki.deploy(['--wiki', wiki.origin, '--yes'], credentials);
		expect([code, notes]).toEqual([2, [expect.stringContaining(`leads to ${other}/w/api.php`)]]);
	});

	test('by a second redirect of its page is not followed', async () => {
		wiki.answer = ({ url }) =>
			redirectTo(url === '/' ? '/wiki/Main_Page' : `${other}/wiki/Main_Page`);
		const { code, notes } = await wiki.deploy(['--wiki', wiki.origin, '--yes'], credentials);
		expect([code, notes]).toEqual([2, [expect.stringContaining(`leads to ${other}`)]]);
		expect(wiki.asked).toEqual(['/', '/wiki/Main_Page']);
	});

	test.each([
		['a dry run, which only reads', ['--dry-run'], {}],
		['a login', ['--yes'], credentials],
		['a token', ['--yes'], { MENTORSHIP_WIKI_TOKEN: secret }],
	])('by a redirect of its API is not followed: %s', async (_what, args, environment) => {
		wiki.answer = ({ url }) => redirectTo(other + url);
		const all = ['--wiki', `${wiki.origin}/api.php`, ...args];
		expect(await wiki.deploy(all, environment)).toMatchObject({ code: 1 });
	});
});

describe('the build', () => {
	test('does not see who deploys', async () => {
		const seen = await wiki.write('environment.json', '');
		const script = await wiki.write(
			'build.mjs',
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
		const script = await wiki.write('build.mjs', 'process.exit(1);');
		const build = () => buildWithoutCredentials(process.env, script);
		const args = ['--wiki', wiki.origin, '--yes'];
		expect(await wiki.deploy(args, credentials, {}, { build })).toMatchObject({
			code: 1,
			notes: ['The build failed, as it says above. Nothing was written.'],
		});
	});
});
