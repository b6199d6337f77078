import { expect, test } from 'vitest';
import { ApiRefusal } from '../../server-mock/api/error.ts';
import { useBareDemo } from './harness.ts';
import { startProxy } from './proxy.ts';

/** Codes that the demo wiki refuses its next edits and deletions with; `''`: it does not. */
let refusals: string[] = [];
const wiki = useBareDemo({
	faults: {
		order: () => undefined,
		respond: (modules, { answer, refuse }) => {
			const isChange = modules.includes('edit') || modules.includes('delete');
			const code = isChange ? refusals.shift() : undefined;
			return code ? refuse(new ApiRefusal(code, 'Think twice.')) : answer();
		},
	},
});

test('A filter that only warns is answered with the same change, once', async () => {
	refusals = ['abusefilter-warning'];
	const { code, notes } = await wiki.deploy();
	expect(code).toBe(0);
	expect(notes).toContain(
		'A filter of the wiki warns about MediaWiki:Gadget-mentorship, which is sent again: Think twice.',
	);
});

test('So is one that warns of deletions, where the gadget is taken away', async () => {
	await wiki.deploy();
	refusals = Array.from({ length: 2 }, () => ['abusefilter-warning', '']).flat();
	const { code, notes } = await wiki.deploy('--remove');
	expect([code, notes.filter((line) => line.includes('which is sent again')).length]).toEqual([
		0, 2,
	]);
	expect(wiki.textOf('MediaWiki:Gadget-mentorship.js')).toBeUndefined();
});

test.each([
	['abusefilter-warning', 2, /A filter of the wiki warns a second time.*exempt this account/],
	['abusefilter-disallowed', 1, /The wiki refuses.*abusefilter-disallowed/],
	['reauthenticate', 1, /log in again just before.*\$wgAllowSecuritySensitiveOperation/],
])('The refusal %s, said %i times, is told as what it is', async (code, times, words) => {
	refusals = Array.from({ length: times }, () => code);
	const result = await wiki.deploy();
	expect(result.code).toBe(1);
	expect(result.notes.join('\n')).toMatch(words);
	expect(wiki.textOf('MediaWiki:Gadgets-definition')).toBeUndefined();
});

test.each([
	['with the right', ['sysop', 'interface-admin', 'bot'], '1'],
	['without it', ['sysop', 'interface-admin'], null],
])('an account %s edits as a bot accordingly', async (_who, groups, flag) => {
	wiki.setGroups(groups);
	const flags = new Set<string | null>();
	const proxy = await startProxy(wiki.demo().origin, (_write, body) => {
		flags.add(body.get('bot'));
		return 'pass';
	});
	expect(await wiki.start(['--wiki', proxy.origin, '--yes'])).toMatchObject({ code: 0 });
	await proxy.stop();
	expect([...flags]).toEqual([flag]);
});
