import { once } from 'node:events';
import { request } from 'node:http';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { readPage } from './pages.ts';
import { demoMentees } from './people.ts';
import { type RealWiki, startRealWiki } from './realWiki.ts';
import { seedWiki } from './seed.ts';
import { mediaWiki } from './underTest.ts';

const now = new Date();
let wiki: RealWiki;
let browser: Browser;

beforeAll(async () => {
	[wiki, browser] = await Promise.all([startRealWiki(), launchChromium()]);
	await seedWiki(wiki, now);
});

afterAll(async () => {
	await Promise.all([wiki?.stop(), browser?.close()]);
});

async function pageAs(name: string): Promise<Page> {
	const { cookies } = await wiki.logIn(name);
	const context = await browser.newContext();
	await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: wiki.origin })));
	return context.newPage();
}

/** The registration as MediaWiki gives it, in whole seconds. */
function isoSeconds(date: Date | null): string | null {
	return date && `${date.toISOString().slice(0, 19)}Z`;
}

describe(`a wiki of ${mediaWiki}`, () => {
	test('says that it is that version', () => {
		expect(wiki.name).toBe(mediaWiki);
	});

	test('knows people by exactly the facts they were given', async () => {
		const session = await wiki.logIn(null);
		const people = demoMentees(now);
		const answer = await session.get({
			action: 'query',
			list: 'users',
			ususers: people.map(({ name }) => name).join('|'),
			usprop: 'editcount|registration',
		});
		for (const { name, editCount, registration } of people) {
			expect(answer).toHaveProperty(
				'query.users',
				expect.arrayContaining([
					expect.objectContaining({
						name,
						editcount: editCount,
						registration: isoSeconds(registration),
					}),
				]),
			);
		}
	});

	test('tells the page the facts of who is logged in, and changed facts at the next load', async () => {
		const page = await pageAs('Veteran');
		const registration = new Date(Date.UTC(2020, 1, 29, 12));
		for (const editCount of [499, 500]) {
			await wiki.setPerson({ name: 'Veteran', editCount, registration });
			await page.goto(`${wiki.origin}/index.php/Main_Page`);
			const facts = await page.evaluate(() =>
				mw.config.get(['wgUserName', 'wgUserEditCount', 'wgUserRegistration']),
			);
			expect(facts).toEqual({
				wgUserName: 'Veteran',
				wgUserEditCount: editCount,
				wgUserRegistration: registration.getTime(),
			});
		}
	});

	test('gives and takes groups', async () => {
		const person = { name: 'Helper', editCount: 0, registration: now };
		await wiki.setPerson({ ...person, groups: ['sysop', 'interface-admin'] });
		const helper = await wiki.logIn('Helper');
		const groups = { action: 'query', meta: 'userinfo', uiprop: 'groups' };
		expect(JSON.stringify(await helper.get(groups))).toContain('"interface-admin"');
		await wiki.setPerson(person);
		expect(JSON.stringify(await helper.get(groups))).not.toContain('"sysop"');
	});

	test('serves a saved gadget, and its changed configuration at the next load', async () => {
		await wiki.savePage('MediaWiki:Gadget-probe.js', "window.probe = require('./probe.json');");
		await wiki.savePage('MediaWiki:Gadget-probe.css', '.probe { color: #123456; }');
		await wiki.savePage('MediaWiki:Gadget-probe.json', '{ "answer": 0 }');
		await wiki.savePage(
			'MediaWiki:Gadgets-definition',
			'* probe[ResourceLoader|default|package]|probe.js|probe.json|probe.css',
		);
		const served = await fetch(`${wiki.origin}/load.php?modules=ext.gadget.probe`);
		expect(await served.text()).toContain('#123456');

		const page = await pageAs('Newcomer');
		for (const answer of [1, 2, 3]) {
			await wiki.savePage('MediaWiki:Gadget-probe.json', JSON.stringify({ answer }));
			await page.goto(`${wiki.origin}/index.php/Main_Page`);
			const probe = await page.waitForFunction(() => Reflect.get(window, 'probe'));
			expect(await probe.jsonValue()).toEqual({ answer });
		}
	});

	test('shows pages whose names end like files', async () => {
		await wiki.savePage('MediaWiki:Gadget-shown.js', 'void 0;');
		const shown = await fetch(`${wiki.origin}/index.php/MediaWiki:Gadget-shown.js`);
		expect(shown.status).toBe(200);
		expect(await shown.text()).toContain('void 0;');
	});

	test('deletes a page, and is content when there is none', async () => {
		await wiki.savePage('Short-lived', 'text');
		await wiki.deletePage('Short-lived');
		await wiki.deletePage('Short-lived');
		expect(await readPage(wiki, 'Short-lived')).toBeUndefined();
	});

	describe('answers', () => {
		/** `fetch` lets nobody choose these headers. */
		const statusOf = async (path: string, headers: Record<string, string>, body?: string) => {
			const asked = request(wiki.origin + path, { method: body ? 'POST' : 'GET', headers });
			const answered = once(asked, 'response');
			asked.end(body);
			const [response] = await answered;
			response.resume();
			return response.statusCode;
		};
		const port = () => new URL(wiki.origin).port;

		test.each([
			['as 127.0.0.1', () => new URL(wiki.origin).host, 200],
			['as localhost', () => `localhost:${port()}`, 200],
			['as [::1]', () => `[::1]:${port()}`, 200],
			['not under another site’s name', () => 'evil.example', 421],
			['nor under one that begins like ours', () => `127.0.0.1.evil.example:${port()}`, 421],
		])('%s', async (_what, host, status) => {
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

	test('remembers an option of the person who is logged in', async () => {
		const session = await wiki.logIn('Newcomer');
		const option = { optionname: 'userjs-mentorship', optionvalue: '{"version":1}' };
		expect(await session.post({ action: 'options', ...option })).toEqual({ options: 'success' });
		const again = await wiki.logIn('Newcomer');
		expect(
			await again.get({ action: 'query', meta: 'userinfo', uiprop: 'options' }),
		).toHaveProperty(['query', 'userinfo', 'options', 'userjs-mentorship'], '{"version":1}');
	});
});
