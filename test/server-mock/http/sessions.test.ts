import { describe, expect, test } from 'vitest';
import { sessionCookie } from '../../../server-mock/http/session.ts';
import { demoPassword } from '../../../server-mock/wiki/site.ts';
import { createTestDemo, form, type TestDemo } from '../testDemo.ts';

/** A visitor with a cookie of their own, and the token that their page's bar carries. */
async function arrive(demo: TestDemo): Promise<{ cookie: string; token: string }> {
	const response = await demo.request('/index.php/Main_Page');
	const cookie = (response.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
	const token = /name="token" value="([^"]+)"/.exec(await response.text())?.[1] ?? '';
	return { cookie, token };
}

async function nameOf(demo: TestDemo, cookie: string): Promise<string> {
	const query = '/api.php?action=query&meta=userinfo&format=json';
	const response = await demo.request(query, null, { headers: { cookie } });
	return (await response.json()).query.userinfo.name;
}

test('a cookie is not for scripts, nor for other sites’ forms', async () => {
	const response = await createTestDemo().request('/index.php/Main_Page');
	const cookie = response.headers.get('Set-Cookie') ?? '';
	expect(cookie).toMatch(new RegExp(`^${sessionCookie}=[\\da-f]{40};`));
	expect(cookie).toContain('; HttpOnly');
	expect(cookie).toContain('; SameSite=Lax');
});

describe('the bar of demo people', () => {
	test('makes one someone else, in a new session, on the same page', async () => {
		const demo = createTestDemo();
		const { cookie, token } = await arrive(demo);
		const response = await demo.request('/switch', null, {
			...form({ name: 'Greta Grown', token, returnto: '/index.php?title=Project:Newcomers' }),
			headers: { cookie },
		});
		expect(response.status).toBe(303);
		expect(response.headers.get('Location')).toBe('/index.php?title=Project:Newcomers');
		const fresh = (response.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
		expect(fresh).not.toBe(cookie);
		expect(await nameOf(demo, fresh)).toBe('Greta Grown');
		expect(await nameOf(demo, cookie)).toBe('127.0.0.1');
	});

	test('ends the session of whom one was before', async () => {
		const demo = createTestDemo();
		const { id } = demo.session('Greta Grown');
		const token = demo.store.sessions.find(id)?.loginToken ?? '';
		const switched = form({ name: 'Olga Optout', token });
		expect((await demo.request('/switch', 'Greta Grown', switched)).status).toBe(303);
		expect(await nameOf(demo, `${sessionCookie}=${id}`)).toBe('127.0.0.1');
	});

	test.each([
		['with another session’s token', 'theirs', 'mine'],
		['without a token', null, 'mine'],
		['without a session', 'mine', null],
	] as const)('does nothing %s', async (_case, whose, who) => {
		const demo = createTestDemo();
		const visitors = { mine: await arrive(demo), theirs: await arrive(demo) };
		const name = 'Ada Administrator';
		const response = await demo.request('/switch', null, {
			...form(whose === null ? { name } : { name, token: visitors[whose].token }),
			...(who !== null && { headers: { cookie: visitors[who].cookie } }),
		});
		expect(response.status).toBe(403);
		expect(await nameOf(demo, visitors.mine.cookie)).toBe('127.0.0.1');
	});

	test('lets a person read every page in another language from then on', async () => {
		const demo = createTestDemo();
		const { cookie, token } = await arrive(demo);
		const response = await demo.request('/switch', null, {
			...form({ language: 'ar', token, returnto: '/index.php?uselang=de&title=A' }),
			headers: { cookie },
		});
		expect(response.headers.get('Location')).toBe('/index.php?title=A');
		const chosen = response.headers.get('Set-Cookie')?.split(';')[0];
		const read = async (address: string) => {
			const page = await demo.request(address, null, {
				headers: { cookie: `${cookie}; ${chosen}` },
			});
			return /<html[^>]* lang="(.*?)" dir="(.*?)"/.exec(await page.text())?.slice(1);
		};
		expect(await read('/index.php?title=A')).toEqual(['ar', 'rtl']);
		expect(await read('/index.php?title=B&uselang=de')).toEqual(['de', 'ltr']);
	});

	test.each(['https://example.org/', '//example.org', '/\\example.org', ''])(
		'leads to no other site: “%s”',
		async (returnto) => {
			const demo = createTestDemo();
			const { cookie, token } = await arrive(demo);
			const response = await demo.request('/switch', null, {
				...form({ name: '', token, returnto }),
				headers: { cookie },
			});
			expect(response.headers.get('Location')).toBe('/');
		},
	);
});

describe('a form', () => {
	const fields = { action: 'options', optionname: 'userjs-form', optionvalue: 'ä|&' };
	const multipart = (token: string): FormData => {
		const data = new FormData();
		for (const [name, value] of Object.entries({ ...fields, token })) {
			data.append(name, value);
		}
		return data;
	};

	test('may come in either way of writing one', async () => {
		const demo = createTestDemo();
		const { csrfToken } = demo.session('Greta Grown');
		const bodies = [multipart(csrfToken), new URLSearchParams({ ...fields, token: csrfToken })];
		for (const body of bodies) {
			const response = await demo.request('/api.php', 'Greta Grown', { method: 'POST', body });
			expect(await response.json()).toEqual({ options: 'success' });
		}
		expect(demo.store.userOptions.of(demo.user('Greta Grown').id)).toMatchObject({
			'userjs-form': 'ä|&',
		});
	});

	test('that is none says nothing', async () => {
		const body = JSON.stringify(fields);
		const headers = { 'Content-Type': 'application/json' };
		const demo = createTestDemo();
		const init = { method: 'POST', body, headers };
		const response = await demo.request('/api.php?action=options', 'Greta Grown', init);
		expect(await response.json()).toMatchObject({ error: { code: 'missingparam' } });
	});
});

describe('logging in by the API', () => {
	const logIn = async (demo: TestDemo, password: string, change: Record<string, string> = {}) => {
		const tokens = await demo.request('/api.php?action=query&meta=tokens&type=login');
		const cookie = (tokens.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
		const { logintoken } = (await tokens.json()).query.tokens;
		const fields = {
			action: 'clientlogin',
			username: 'Greta Grown',
			loginreturnurl: '/',
			password,
			logintoken,
		};
		const response = await demo.request('/api.php', null, {
			...form({ ...fields, ...change }),
			headers: { cookie },
		});
		return { response, cookie };
	};

	test('starts a session that nobody knew before', async () => {
		const demo = createTestDemo();
		const { response, cookie } = await logIn(demo, demoPassword);
		expect(await response.json()).toEqual({
			clientlogin: { status: 'PASS', username: 'Greta Grown' },
		});
		const fresh = (response.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
		expect(fresh).not.toBe(cookie);
		expect(await nameOf(demo, fresh)).toBe('Greta Grown');
	});

	test('needs the password', async () => {
		const { response } = await logIn(createTestDemo(), 'guess');
		expect(await response.json()).toMatchObject({
			clientlogin: { status: 'FAIL', messagecode: 'wrongpassword' },
		});
		expect(response.headers.get('Set-Cookie')).toBeNull();
	});

	test('needs the token of the session', async () => {
		const { response } = await logIn(createTestDemo(), demoPassword, { logintoken: 'bad+\\' });
		expect(await response.json()).toMatchObject({ error: { code: 'badtoken' } });
	});
});

test('logging out ends the session on the server', async () => {
	const demo = createTestDemo();
	const { id, csrfToken } = demo.session('Greta Grown');
	const response = await demo.request(
		'/api.php',
		'Greta Grown',
		form({ action: 'logout', token: csrfToken }),
	);
	expect(await response.json()).toEqual({});
	expect(await nameOf(demo, `${sessionCookie}=${id}`)).toBe('127.0.0.1');
});
