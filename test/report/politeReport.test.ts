import { createServer, type IncomingMessage, type Server } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { report } from '../../gadget/report/report.ts';
import { createFolder } from '../batch/testStore.ts';
import { run } from '../support/commandLine.ts';
import { closeServer, listenAnywhere } from '../support/localServer.ts';

interface Answer {
	readonly status?: number;
	readonly retryAfter?: string;
	readonly body: unknown;
}

describe('report on some other wiki', () => {
	let folder: ReturnType<typeof createFolder>;
	let server: Server;
	let origin: string;
	let asked: IncomingMessage[];
	let underWay: { now: number; most: number };
	let answers: Answer[];

	beforeEach(async () => {
		folder = createFolder();
		asked = [];
		answers = [];
		underWay = { now: 0, most: 0 };
		server = createServer((request, response) => {
			underWay.now++;
			underWay.most = Math.max(underWay.most, underWay.now);
			asked.push(request);
			const { status = 200, retryAfter, body } = answers.shift() ?? empty;
			const headers = { 'Content-Encoding': 'gzip' };
			response.writeHead(status, { ...headers, ...(retryAfter && { 'Retry-After': retryAfter }) });
			underWay.now--;
			response.end(gzipSync(typeof body === 'string' ? body : JSON.stringify(body)));
		});
		origin = await listenAnywhere(server);
	});
	afterEach(async () => {
		await closeServer(server);
		folder.remove();
	});

	const reportOn = (wiki: string, ...args: string[]) =>
		run(report, ['--wiki', wiki, '--state', path.join(folder.path, 'state.jsonl'), ...args]);
	const reportHere = (...args: string[]) => reportOn(`${origin}/w/api.php`, ...args);

	const empty: Answer = { body: { batchcomplete: true } };
	const general = { articlepath: '/wiki/$1', generator: 'MediaWiki 1.43.9' };
	const pages = { body: { query: { general, extensions: [], pages: [] } } };
	const rights = { body: { query: { userinfo: { rights: [] } } } };
	const noMentors = { body: { growthmentorlist: [] } };
	const lag = { errors: [{ code: 'maxlag', text: 'Waiting' }] };

	test('without the extension counts its active editors, as the preview does', async () => {
		const editor = { userid: 1, name: 'Ann', editcount: 700, registration: '2020-01-01T00:00:00Z' };
		answers = [
			pages,
			empty,
			rights,
			{ body: { query: { statistics: { activeusers: 1 } } } },
			{ body: { query: { allusers: [editor] } } },
		];
		const { code, out } = await reportHere();
		expect(code).toBe(0);
		expect(out[0]).toContain(
			'no GrowthExperiments extension, so its active editors are counted: 1',
		);
		expect(out.at(-1)).toBe('Would opt out 1 of 1 editors');
	});

	test('is polite: its name, whom to reach, maxlag, gzip, one at a time', async () => {
		const users = Array.from({ length: 60 }, (_user, index) => ({
			id: index + 1,
			name: `U${index}`,
		}));
		answers = [
			pages,
			{ body: { growthmentorlist: { 6: { username: 'M' } } } },
			rights,
			{ body: { growthmentormentee: { mentor: 'M', mentees: users } } },
			{ body: { query: { users: [{ userid: 1, name: 'U', editcount: 9, registration: null }] } } },
			{ body: { query: { users: [] } } },
		];
		const result = await reportHere('--contact', 'me@example.org\n');
		expect(result.code).toBe(0);
		expect(asked).toHaveLength(6);
		expect(underWay.most).toBe(1);
		for (const { headers, url } of asked) {
			expect(headers['user-agent']).toEqual(
				expect.stringMatching(/^MentorshipGadget\/[\d.]+ \(me@example\.org\?\)$/),
			);
			expect(headers['accept-encoding']).toBe('gzip');
			expect(url).toContain('maxlag=5');
		}
		const ids = asked.flatMap(
			({ url }) => new URL(url ?? '', origin).searchParams.get('ususerids') ?? [],
		);
		expect(ids.map((list) => list.split('|').length)).toEqual([50, 10]);
	});

	test.each([
		['its database lags', { body: lag, retryAfter: '0' }],
		['it is asked too often', { status: 429, body: 'slow down', retryAfter: '0' }],
		['it is overloaded', { status: 503, body: 'later', retryAfter: '0' }],
	])('waits as long as the wiki says where %s', async (_case, busy) => {
		answers = [busy, busy, pages, noMentors, rights];
		const { code, notes } = await reportHere();
		expect(code).toBe(3);
		expect(asked).toHaveLength(5);
		expect(notes[0]).toMatch(/^The wiki is busy \(.*\): waiting 0 s\.$/);
	});

	test('that is not there says so at once', async () => {
		const { code, notes } = await reportOn('http://127.0.0.1:1/api.php');
		expect(code).toBe(1);
		expect(notes).toHaveLength(1);
		expect(notes[0]).toContain('does not answer as it should (network)');
	});

	test.each([
		['no API', { body: '<html>' }, 2, 'no-api'],
		['a page that is not there', { status: 404, body: '<html>' }, 1, 'http404'],
		[
			'a refusal',
			{ body: { errors: [{ code: 'readapidenied', text: 'No.' }] } },
			1,
			'readapidenied',
		],
		['busy for hours', { status: 503, body: '', retryAfter: '7200' }, 1, 'http503'],
	])('given %s says so in one line', async (_case, answer, code, word) => {
		answers = [answer];
		const result = await reportHere();
		expect(result).toMatchObject({ code, out: [] });
		expect(result.notes).toHaveLength(1);
		expect(result.notes[0]).toContain(word);
		expect(asked).toHaveLength(1);
	});
});
