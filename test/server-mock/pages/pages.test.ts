import { describe, expect, test } from 'vitest';
import { titleOf } from '../../../server-mock/wiki/title.ts';
import { createTestDemo, form, now, type TestDemo } from '../testDemo.ts';

const evil = '<img src=x onerror=alert(1)>"\'&';

async function edit(demo: TestDemo, title: string, text: string) {
	const token = demo.session('Ada Administrator').csrfToken;
	await demo.request(
		'/api.php',
		'Ada Administrator',
		form({ action: 'edit', title, text, summary: evil, token }),
	);
}

describe('what people write is text, never HTML', () => {
	test.each([
		['a page', '/index.php/Project:Evil'],
		['its history', '/index.php?title=Project:Evil&action=history'],
		['the form to edit it', '/index.php?title=Project:Evil&action=edit'],
		['a JSON page', '/index.php/MediaWiki:Evil.json'],
		['a script page', '/index.php/MediaWiki:Evil.js'],
		[
			'a preloaded heading',
			`/index.php?title=A&action=edit&section=new&preloadtitle=${encodeURIComponent(evil)}`,
		],
		['a language', `/index.php?title=A&uselang=${encodeURIComponent(evil)}`],
		['a skin', `/index.php?title=A&useskin=${encodeURIComponent(evil)}`],
		['a query that comes back in a form', `/index.php?title=A&x=${encodeURIComponent(evil)}`],
		[
			'an old revision that there is not',
			`/index.php?title=Main Page&oldid=${encodeURIComponent(evil)}`,
		],
	])('%s', async (_case, path) => {
		const demo = createTestDemo();
		await edit(demo, 'Project:Evil', evil);
		await edit(demo, 'MediaWiki:Evil.json', JSON.stringify({ [evil]: evil }));
		await edit(demo, 'MediaWiki:Evil.js', evil);
		const page = await demo.page(path, 'Ada Administrator');
		expect(page).toContain('</html>');
		expect(page).not.toContain('<img');
	});

	test('a difference', async () => {
		const demo = createTestDemo();
		await edit(demo, 'Project:Evil', 'before');
		await edit(demo, 'Project:Evil', evil);
		const latest = demo.store.pages.find('Project:Evil')?.latest;
		const page = await demo.page(
			`/index.php?title=Project:Evil&diff=${latest?.id}&oldid=${latest?.parentId}`,
		);
		expect(page).toContain('<td class="diff-deletedline">before</td>');
		expect(page).toContain('&lt;img src=x');
		expect(page).not.toContain('<img');
	});

	test('a name in the page’s data for scripts cannot end them', async () => {
		const demo = createTestDemo();
		demo.store.userOptions.set(demo.user('Nora Newcomer').id, 'userjs-a', '</script><b>');
		const page = await demo.page('/index.php/Main_Page', 'Nora Newcomer');
		expect(page).toContain('\\u003c/script>');
		expect(page).not.toContain('</script><b>');
	});
});

describe('a page', () => {
	test('allows no script or style but the server’s own', async () => {
		const response = await createTestDemo().request('/index.php/Main_Page');
		expect(response.headers.get('Content-Security-Policy')).toMatch(/^default-src 'self';/);
		const page = await response.text();
		expect(page).not.toMatch(/<style|\sstyle="|\son\w+="/);
		expect(page.match(/<script(?! type="application\/json"| async src="\/public\/)/)).toBeNull();
	});

	test.each([
		['/', 200, 'Main Page'],
		['/index.php', 200, 'Main Page'],
		['/index.php/Project:Newcomers', 200, '<div class="mentorship-module"></div>'],
		['/index.php?title=project:newcomers', 200, '<div class="mentorship-module"></div>'],
		['/index.php/Nothing_here', 404, 'There is no page “Nothing here” yet'],
		['/index.php/Special:Nothing', 404, 'no such special page'],
		['/index.php/A%5Bb', 404, 'No page can have this title'],
		['/index.php/MediaWiki:GrowthMentors.json', 200, '<table class="mw-json">'],
		['/index.php?title=Main_Page&oldid=999999', 404, 'does not exist'],
		['/index.php?title=Main_Page&diff=999999', 404, 'no such revision'],
	])('at %s answers %i', async (path, status, part) => {
		const response = await createTestDemo().request(path);
		expect(response.status).toBe(status);
		expect(await response.text()).toContain(part);
	});

	test.each([
		['', 'dir="ltr"', 'skin-vector-2022', true],
		['&uselang=he', 'lang="he" dir="rtl"', 'skin-vector-2022', true],
		['&useskin=minerva', 'dir="ltr"', 'skin-minerva', true],
		['&useskin=vector', 'dir="ltr"', 'skin-vector-legacy', false],
		['&nightmode=1', 'skin-theme-clientpref-night', 'skin-vector-2022', true],
	])('with %s is so', async (query, root, skin, hasVariables) => {
		const page = await createTestDemo().page(`/index.php?title=Main_Page${query}`);
		expect(page).toContain(root);
		expect(page).toContain(skin);
		expect(page.includes('/public/variables.css')).toBe(hasVariables);
	});

	test.each([
		['Project:Newcomers', 'text/javascript', 'text/x-wiki'],
		['Project:Newcomers', 'text/css', 'text/x-wiki'],
		['MediaWiki:GrowthMentors.json', 'application/json', 'application/json'],
		['MediaWiki:GrowthMentors.json', 'text/javascript', 'text/x-wiki'],
		['MediaWiki:Gadget-x.js', 'text/javascript', 'text/javascript'],
		['MediaWiki:Gadget-x.js', 'text/css', 'text/x-wiki'],
		['User:Nora Newcomer/x.css', 'text/css', 'text/css'],
	])('%s asked for as %s is %s', async (title, asked, type) => {
		const demo = createTestDemo();
		if (demo.store.pages.find(title) === null) {
			const contentModel = title.endsWith('.js') ? 'javascript' : 'css';
			const save = { content: 'x', comment: '', user: null, timestamp: now };
			demo.store.pages.save({ title: titleOf(title), contentModel, ...save });
		}
		const address = `/index.php?title=${encodeURIComponent(title)}&action=raw&ctype=${asked}`;
		const response = await demo.request(address);
		expect(response.headers.get('Content-Type')).toBe(`${type}; charset=utf-8`);
		expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
	});
});

describe('what scripts read of a visitor', () => {
	const config = (page: string): Record<string, unknown> => {
		const text = /id="page-data">(.*?)<\/script>/.exec(page)?.[1] ?? '';
		return JSON.parse(text).config;
	};

	test('who has an account', async () => {
		const demo = createTestDemo();
		const { id, registration } = demo.user('Greta Grown');
		expect(config(await demo.page('/index.php/Main_Page', 'Greta Grown'))).toMatchObject({
			wgUserId: id,
			wgUserName: 'Greta Grown',
			wgUserIsTemp: false,
			wgUserEditCount: 500,
			wgUserRegistration: registration,
			wgUserGroups: ['*', 'user', 'autoconfirmed'],
			skin: 'vector-2022',
			wgArticlePath: '/index.php/$1',
			wgScriptPath: '',
			wgVersion: '1.43.9',
		});
	});

	test('whose registration is unknown', async () => {
		const values = config(await createTestDemo().page('/index.php/Main_Page', 'Ulf Unknown'));
		expect(values.wgUserRegistration).toBeNull();
	});

	test('who is logged out', async () => {
		const values = config(await createTestDemo().page('/index.php/Main_Page'));
		expect(values.wgUserName).toBeNull();
		expect(values).not.toHaveProperty('wgUserId');
	});
});

describe('the form for a new section', () => {
	const path = '/index.php?title=User_talk:Miriam_Mentor&action=submit';
	const fields = { section: 'new', wpSummary: 'A question', wpTextbox1: 'How?' };

	test('saves the question at the end of the page', async () => {
		const demo = createTestDemo();
		const wpEditToken = demo.session('Nora Newcomer').csrfToken;
		for (const wpSummary of ['First', 'Second']) {
			const response = await demo.request(
				path,
				'Nora Newcomer',
				form({ ...fields, wpSummary, wpEditToken }),
			);
			expect(response.status).toBe(303);
			expect(response.headers.get('Location')).toBe('/index.php/User_talk:Miriam_Mentor');
		}
		expect(demo.store.pages.find('User talk:Miriam Mentor')?.latest).toMatchObject({
			content: '== First ==\n\nHow?\n\n== Second ==\n\nHow?',
			userName: 'Nora Newcomer',
			comment: '/* Second */ new section',
		});
	});

	test('saves nothing with another session’s token, and keeps what was typed', async () => {
		const demo = createTestDemo();
		const wpEditToken = demo.session('Greta Grown').csrfToken;
		const response = await demo.request(path, 'Nora Newcomer', form({ ...fields, wpEditToken }));
		expect(response.status).toBe(403);
		expect(await response.text()).toContain('How?</textarea>');
		expect(demo.store.pages.find('User talk:Miriam Mentor')).toBeNull();
	});
});
