import { afterEach, beforeEach, expect, test } from 'vitest';
import { ApiRefusal } from '../../server-mock/api/error.ts';
import type { Demo } from '../../server-mock/demo.ts';
import type { Faults } from '../../server-mock/faults.ts';
import {
	administrator,
	createHarness,
	type DeployHarness,
	smallBuild,
	startBareDemo,
} from './harness.ts';
import { startProxy } from './proxy.ts';

let harness: DeployHarness;
let demo: Demo;
/** Codes that the demo wiki refuses its next edits and deletions with. */
let refusals: string[];

const faults: Faults = {
	order: () => undefined,
	respond: (modules, { answer, refuse }) => {
		const isChange = modules.includes('edit') || modules.includes('delete');
		const code = isChange ? refusals.shift() : undefined;
		return !code ? answer() : refuse(new ApiRefusal(code, 'Think twice.'));
	},
};

beforeEach(async () => {
	harness = await createHarness();
	await harness.build(smallBuild);
	demo = await startBareDemo({ faults });
});
afterEach(async () => {
	await demo.close();
	await harness.remove();
});

const onDemo = (origin = demo.origin) => harness.deploy(['--wiki', origin, '--yes'], administrator);

test('A filter that only warns is answered with the same change, once', async () => {
	refusals = ['abusefilter-warning'];
	const { code, notes } = await onDemo();
	expect(code).toBe(0);
	expect(notes).toContain(
		'A filter of the wiki warns about MediaWiki:Gadget-mentorship, which is sent again: Think twice.',
	);
});

test('So is one that warns of deletions, where the gadget is taken away', async () => {
	refusals = [];
	await onDemo();
	refusals = Array.from({ length: 2 }, () => ['abusefilter-warning', '']).flat();
	const { code, notes } = await harness.deploy(
		['--wiki', demo.origin, '--yes', '--remove'],
		administrator,
	);
	expect([code, notes.filter((line) => line.includes('which is sent again')).length]).toEqual([
		0, 2,
	]);
	expect(demo.store.pages.find('MediaWiki:Gadget-mentorship.js')).toBeNull();
});

test.each([
	['abusefilter-warning', 2, /A filter of the wiki warns a second time.*exempt this account/],
	['abusefilter-disallowed', 1, /The wiki refuses.*abusefilter-disallowed/],
	['reauthenticate', 1, /log in again just before.*\$wgAllowSecuritySensitiveOperation/],
])('The refusal %s, said %i times, is told as what it is', async (code, times, words) => {
	refusals = Array.from({ length: times }, () => code);
	const result = await onDemo();
	expect(result.code).toBe(1);
	expect(result.notes.join('\n')).toMatch(words);
	expect(demo.store.pages.find('MediaWiki:Gadgets-definition')).toBeNull();
});

test.each([
	['has the right', ['sysop', 'interface-admin', 'bot'], '1'],
	['has not', ['sysop', 'interface-admin'], null],
])('Edits are a bot’s where the account %s', async (_who, groups, flag) => {
	refusals = [];
	const user = demo.store.users.byName('Ada Administrator') ?? expect.fail();
	demo.store.users.put({ ...user, groups });
	const flags = new Set<string | null>();
	const proxy = await startProxy(demo.origin, (_write, body) => {
		flags.add(body.get('bot'));
		return 'pass';
	});
	expect(await onDemo(proxy.origin)).toMatchObject({ code: 0 });
	await proxy.stop();
	expect([...flags]).toEqual([flag]);
});
