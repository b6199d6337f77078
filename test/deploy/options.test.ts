import { describe, expect, test } from 'vitest';
import { administrator, everything, useBareDemo } from './harness.ts';

const wiki = useBareDemo();
const local = ['--wiki', 'http://127.0.0.1:1'];

test.each([
	['no wiki', ['--yes'], 'It takes --wiki'],
	['an address that is not valid', ['--wiki', 'http://', '--yes'], '--wiki must be an address'],
	['a password in the address', ['--wiki', 'https://a:b@x.org', '--yes'], '--wiki must be'],
	['no --yes where it cannot ask', local, 'pass --yes'],
	['two tasks', [...local, '--yes', '--remove', '--undo'], 'choose one'],
	['--remove with --only', [...local, '--yes', '--remove', '--only', 'y'], 'without --only'],
	['an option it does not know', [...local, '--password', 'y'], "'--password'"],
	['http', ['--wiki', 'http://wiki.invalid/w/api.php', '--yes'], 'is not encrypted'],
	['http, of a page', ['--wiki', 'http://wiki.invalid/wiki/A', '--yes'], 'is not encrypted'],
	['a host like this machine', ['--wiki', 'http://localhost.x.invalid', '--yes'], 'not encrypted'],
	...['Mentorship', 'MediaWiki:Mentorship', 'Special:Mentorship', 'Help:'].map(
		(title): [string, string[], string] => [
			`a help page at ${title}`,
			[...local, '--yes', '--help-page', title],
			'such as Help:Mentorship',
		],
	),
])('given %s, deploy says so in one line', async (_what, args, line) => {
	const result = await wiki.start(args);
	expect(result).toMatchObject({ code: 2, notes: [expect.stringContaining(line)] });
});

test('given a page that is not built, it says which pages there are', async () => {
	const { code, notes } = await wiki.deploy('--only', 'Gadget-other.js');
	expect(code).toBe(2);
	expect(notes.at(-1)).toMatch(/“MediaWiki:Gadget-other.js” is not a page.*Gadget-mentorship\.js/);
});

const credentials = { site: '', username: 'Ada Administrator@deploy', password: 'x' };

test('--credentials asks nothing, and finds the wiki in the file', async () => {
	const password = administrator.MENTORSHIP_WIKI_PASSWORD;
	const file = JSON.stringify({ ...credentials, site: wiki.demo().origin, password });
	const args = ['--credentials', await wiki.write('credentials.json', file)];
	const result = await wiki.start(args, {}, { environment: {} });
	expect(result).toMatchObject({ code: 0 });
	expect(everything(result)).not.toContain(password);
});

test.each([
	['a file without a token', { site: 'x' }, [], 'accessToken'],
	[
		'another wiki’s file',
		{ ...credentials, site: 'a.example' },
		['--wiki', 'b.example'],
		'are for a.ex',
	],
	['a wiki by http', { ...credentials, site: 'http://a.example' }, [], 'not encrypted'],
	['no file', null, [], 'cannot be read'],
])(
	'given --credentials with %s, deploy says so in one line',
	async (_what, content, args, words) => {
		const file = content && (await wiki.write('c.json', JSON.stringify(content)));
		const result = await wiki.start(['--credentials', file ?? 'no-such-file', ...args]);
		expect(result).toMatchObject({ code: 2, notes: [expect.stringContaining(words)] });
	},
);

test.each([
	['Ada Administrator', 2, /Special:BotPasswords.*MENTORSHIP_WIKI_PASSWORD/],
	['Nora Newcomer@deploy', 1, /Nora Newcomer lacks.*editinterface.*editsitejs.*grants/s],
])('as %s, deploy says what that account lacks', async (user, code, words) => {
	const environment = { ...administrator, MENTORSHIP_WIKI_USER: user };
	const args = ['--wiki', wiki.demo().origin, '--yes'];
	const result = await wiki.start(args, {}, { environment });
	expect(result.code).toBe(code);
	expect(result.notes.join('\n')).toMatch(words);
	expect(wiki.pages()).toHaveLength(1);
});

describe('a tree that differs from its commit', () => {
	const start = (...args: string[]) =>
		wiki.start(
			['--wiki', wiki.demo().origin, ...args],
			{ ask: async () => 'y' },
			{ readSource: async () => ({ version: '0.1.0', commit: '1a2b3c4d5e', isChanged: true }) },
		);

	test('is not deployed unless a person says --yes', async () => {
		const result = await start();
		expect(result).toMatchObject({ code: 2, notes: [expect.stringContaining('1a2b3c4d5e')] });
		expect(wiki.pages()).toHaveLength(1);
	});

	test('is named as such in the wiki’s history', async () => {
		await start('--yes');
		const definition = wiki.demo().store.pages.find('MediaWiki:Gadgets-definition');
		expect(definition?.latest.comment).toContain('1a2b3c4d5e with changes');
	});
});
