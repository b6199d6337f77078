import { describe, expect, test } from 'vitest';
import { general, useScriptedWiki } from './scriptedWiki.ts';

const wiki = useScriptedWiki();
const dryRun = (address: string) => wiki.deploy(['--wiki', wiki.origin + address, '--dry-run'], {});

test.each([
	['a page that names no API', '/', 'There is no MediaWiki at'],
	['an API that is not MediaWiki’s', '/api.php', '(no-api)'],
])('%s is a wrong address', async (_what, address, words) => {
	const { code, notes } = await dryRun(address);
	expect([code, notes.join()]).toEqual([2, expect.stringContaining(words)]);
});

describe('a wiki that cannot have the gadget is not written to:', () => {
	const query = { general, extensions: [{ name: 'Gadgets' }], gadgets: [{ id: 'clock' }] };
	const allpages = [{ title: 'MediaWiki:Gadgets/clock.json' }];

	test.each([
		['too old', { general: { ...general, generator: 'MediaWiki 1.39.17' } }, '', '1.43 or later'],
		['no Gadgets', { extensions: [{ name: 'Echo' }] }, '', 'lacks the extension'],
		['definitions as JSON pages', {}, '* other|other.js', '$wgGadgetsRepo'],
		['those alone', {}, '', '$wgGadgetsRepo'],
		['reads none of its definitions', { gadgets: [] }, '* a|a.js', '$wgGadgetsRepo'],
	])('%s', async (_what, changes, content, words) => {
		const definition = {
			title: 'MediaWiki:Gadgets-definition',
			actions: { edit: [] },
			revisions: [{ revid: 1, slots: { main: { content } } }],
		};
		wiki.answer = ({ action }) => {
			switch (action) {
				case 'siteinfo':
					return { query: { ...query, ...changes } };
				case 'userinfo':
					return { query: { userinfo: { name: '1.2.3.4', anon: true, rights: [] } } };
				default:
					return { query: { pages: [definition], allpages } };
			}
		};
		const { code, notes } = await dryRun('/api.php');
		expect(code).toBe(1);
		expect(notes.at(-1)).toContain(words);
		expect(notes.at(-1)).toContain('Nothing was written.');
	});
});

describe('an answer before the wiki’s own', () => {
	test.each([
		[401, '', 'asks for a login of its web server'],
		[403, '', 'does not let this computer in'],
		[404, '', 'no such page'],
		[401, '/api.php', 'asks for a login of its web server'],
		[403, '/api.php', 'does not let this computer in'],
		[404, '/api.php', 'no such page'],
	])('of status %i, at “%s”, has its own sentence', async (status, address, words) => {
		wiki.answer = () => ({ status, text: '<h1>No</h1>' });
		const { code, notes } = await dryRun(address);
		expect([code, notes.join()]).toEqual([1, expect.stringContaining(words)]);
		expect(notes.join()).not.toContain('There is no MediaWiki');
	});

	test('of status 503 is waited for, and asked again', async () => {
		wiki.answer = () => (wiki.asked.length <= 2 ? { status: 503 } : '<html></html>');
		const { notes } = await dryRun('');
		expect(notes.slice(0, 2)).toEqual([
			'The wiki is busy (http503): waiting 5 s.',
			'The wiki is busy (http503): waiting 10 s.',
		]);
		expect(wiki.asked).toHaveLength(3);
	});
});
