import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPage } from './pages.ts';
import { type RealWiki, startRealWiki } from './realWiki.ts';
import { mediaWiki } from './underTest.ts';

describe(`a wiki of ${mediaWiki}, as the tests and npm run wiki start it`, () => {
	let wiki: RealWiki;
	beforeAll(async () => {
		wiki = await startRealWiki();
	});
	afterAll(() => wiki?.stop());

	/** `fetch` lets nobody choose these headers. */
	async function statusOf(
		path: string,
		headers: Record<string, string>,
		body?: string,
	): Promise<number> {
		const asked = request(wiki.origin + path, { method: body ? 'POST' : 'GET', headers });
		const answered = once(asked, 'response');
		asked.end(body);
		const [response] = await answered;
		response.resume();
		return response.statusCode;
	}
	const port = () => new URL(wiki.origin).port;

	test('says that it is that version', () => {
		expect(wiki.name).toBe(mediaWiki);
	});

	test.each([
		['as 127.0.0.1', () => new URL(wiki.origin).host, 200],
		['as localhost', () => `localhost:${port()}`, 200],
		['as [::1]', () => `[::1]:${port()}`, 200],
		['not under another site’s name', () => 'evil.example', 421],
		['nor under one that begins like ours', () => `127.0.0.1.evil.example:${port()}`, 421],
	])('answers %s', async (_what, host, status) => {
		for (const path of ['/api.php?action=query', '/load.php', '/index.php?title=Main_Page']) {
			expect([path, await statusOf(path, { host: host() })]).toEqual([path, status]);
		}
	});

	test.each([
		['takes a change from its own page', () => wiki.origin, 200],
		['takes a change from a program', () => undefined, 200],
		['takes no change from another site', () => 'https://evil.example', 403],
		['nor from another port of this machine', () => 'http://127.0.0.1:1', 403],
		['nor from a page that hides where it is', () => 'null', 403],
	])('%s', async (_who, origin, status) => {
		const sender = origin();
		const type = { 'content-type': 'application/x-www-form-urlencoded' };
		const headers = { ...type, ...(sender && { origin: sender }) };
		const body = 'action=edit&format=json&title=Foreign&text=Foreign&token=%2B%5C';
		expect(await statusOf('/api.php', headers, body)).toBe(status);
		expect((await readPage(wiki, 'Foreign')) === undefined).toBe(status !== 200);
		await wiki.deletePage('Foreign');
	});
});
