import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoWiki } from '../support/demoWiki.ts';
import type { WikiSession, WikiUnderTest } from '../support/wikiUnderTest.ts';
import recordedShapes from './recordedShapes.json' with { type: 'json' };
import { shapeOf } from './shape.ts';

/*
 * The demo wiki against recordings of a MediaWiki with GrowthExperiments: where that cannot be run,
 * its answers' shapes are what the demo is held to.
 */

const configuration = 'MediaWiki:Gadget-mentorship.json';
const enabled = { action: 'growthsetmenteestatus', state: 'enabled' };
const optout = { action: 'growthsetmenteestatus', state: 'optout' };
const status = { action: 'query', meta: 'growthmenteestatus' };
const mentees = { action: 'query', list: 'growthmentormentee' };

/** What a recording was made with. */
interface Setting {
	readonly wiki: WikiUnderTest;
	/** Somebody with Miriam Mentor as their mentor, and their name. */
	readonly mentee: WikiSession;
	readonly name: string;
	readonly administrator: WikiSession;
	readonly colleague: WikiSession;
	readonly loggedOut: WikiSession;
}

type Exchange = (setting: Setting) => Promise<unknown>;

const setMentor =
	(mentor: string, mentee?: string): Exchange =>
	(setting) =>
		setting.mentee.post({
			action: 'growthsetmentor',
			mentee: mentee ?? setting.name,
			mentor,
			reason: 'r',
		});
const editConfiguration =
	(text: string, more: Record<string, string> = {}): Exchange =>
	({ administrator }) =>
		administrator.post({ action: 'edit', title: configuration, text, summary: 's', ...more });
const asMentee =
	(method: 'get' | 'post', parameters: Record<string, string>): Exchange =>
	({ mentee }) =>
		mentee[method](parameters);

const exchanges: Readonly<Record<string, Exchange>> = {
	'anon-menteestatus': ({ loggedOut }) => loggedOut.get(status),
	'anon-set': ({ loggedOut }) => loggedOut.post({ ...enabled, token: '+\\' }),
	'anon-userinfo': ({ loggedOut }) =>
		loggedOut.get({
			action: 'query',
			meta: 'userinfo|tokens',
			uiprop: 'editcount|registrationdate',
		}),
	'assertuser-failed': ({ loggedOut }) => loggedOut.get({ action: 'query', assert: 'user' }),
	'config-page': asMentee('get', {
		action: 'query',
		prop: 'revisions',
		rvprop: 'ids|timestamp|content',
		rvslots: 'main',
		titles: `MediaWiki:GrowthMentors.json|${configuration}|MediaWiki:No such.json`,
		curtimestamp: '1',
	}),
	'edit-conflict': async (setting) => {
		const first = (await editConfiguration('{"a":1}')(setting)) as { edit: { newrevid: number } };
		await setting.colleague.post({ action: 'edit', title: configuration, text: '{"a":2}' });
		return editConfiguration('{"a":3}', { baserevid: String(first.edit.newrevid) })(setting);
	},
	'edit-createonly': editConfiguration('{}', { createonly: '1' }),
	'edit-denied': asMentee('post', { action: 'edit', title: configuration, text: '{}' }),
	'edit-invalid-json': editConfiguration('{nope'),
	'edit-nochange': async (setting) => {
		await editConfiguration('{"same":true}')(setting);
		return editConfiguration('{"same":true}')(setting);
	},
	'edit-ok': editConfiguration('{"different":true}'),
	'growthmenteestatus-enabled': asMentee('get', status),
	'growthmenteestatus-optout': async ({ mentee }) => {
		await mentee.post(optout);
		return mentee.get(status);
	},
	growthmentorlist: asMentee('get', { action: 'query', list: 'growthmentorlist' }),
	'growthmentormentee-missing': asMentee('get', mentees),
	'growthmentormentee-nouser': asMentee('get', { ...mentees, gemmmentor: 'No such user' }),
	growthmentormentee: asMentee('get', { ...mentees, gemmmentor: 'Miriam Mentor' }),
	'options-get': async ({ mentee }) => {
		await mentee.post({ action: 'options', optionname: 'userjs-mentorship', optionvalue: '{}' });
		return mentee.get({ action: 'query', meta: 'userinfo', uiprop: 'options' });
	},
	'options-set': asMentee('post', {
		action: 'options',
		optionname: 'userjs-mentorship',
		optionvalue: '{}',
	}),
	'options-unset': asMentee('post', { action: 'options', optionname: 'userjs-mentorship' }),
	'set-badstate': asMentee('post', { ...optout, state: 'maybe' }),
	'set-badtoken': asMentee('post', { ...optout, token: 'bad+\\' }),
	'set-enabled': async ({ mentee }) => {
		await mentee.post(optout);
		return mentee.post(enabled);
	},
	'set-get': asMentee('get', { ...optout, token: '0+\\' }),
	'set-nochange': asMentee('post', enabled),
	'set-notoken': ({ wiki }) => postWithoutToken(wiki.origin, optout),
	'set-optout': asMentee('post', optout),
	'setmentor-notmentor': setMentor('Nora Newcomer'),
	'setmentor-other-mentee': setMentor('Miriam Mentor', 'Nora Newcomer'),
	'setmentor-same': setMentor('Miriam Mentor'),
	'setmentor-while-optedout': async (setting) => {
		await setting.mentee.post(optout);
		return setMentor('Miriam Mentor')(setting);
	},
	setmentor: setMentor('Marius Mentor'),
	'unknown-action': asMentee('get', { action: 'nosuchaction' }),
	userinfo: asMentee('get', {
		action: 'query',
		meta: 'userinfo|tokens',
		uiprop: 'editcount|registrationdate|groups|latestcontrib',
	}),
	users: asMentee('get', {
		action: 'query',
		list: 'users',
		ususers: 'Nora Newcomer|Ulf Unknown|No such user|192.0.2.1',
		usprop: 'editcount|registration|groups|blockinfo',
	}),
};

const leftOut: Readonly<Record<string, string>> = {
	'admin-rights': 'cut to a part of the answer',
	'edit-unknown-config-key': 'CommunityConfiguration, which the demo does without',
};

let wiki: WikiUnderTest;
let people = 0;

beforeAll(async () => {
	wiki = await startDemoWiki();
});
afterAll(() => wiki.stop());

async function prepare(): Promise<Setting> {
	people += 1;
	const name = `Recorded ${people}`;
	await wiki.setPerson({ name, editCount: 600, registration: new Date(0) });
	const mentee = await wiki.logIn(name);
	const administrator = await wiki.logIn('Ada Administrator');
	await administrator.post({
		action: 'growthsetmentor',
		mentee: name,
		mentor: 'Miriam Mentor',
	});
	await wiki.setPerson({
		name: 'Recorded colleague',
		editCount: 600,
		registration: null,
		groups: ['sysop'],
	});
	return {
		wiki,
		mentee,
		name,
		administrator,
		colleague: await wiki.logIn('Recorded colleague'),
		loggedOut: await wiki.logIn(null),
	};
}

async function postWithoutToken(origin: string, parameters: Record<string, string>) {
	const body = new URLSearchParams({ ...parameters, format: 'json' });
	const response = await fetch(`${origin}/api.php`, { method: 'POST', body });
	return response.json();
}

/** The recording has only the options about mentorship. */
function keepRecordedOptions(answer: unknown): unknown {
	const { query } = Object(answer) as { query?: { userinfo?: { options?: object } } };
	const options = query?.userinfo?.options;
	if (options === undefined) {
		return answer;
	}
	const kept = Object.entries(options).filter(([name]) => /mentorship/.test(name));
	const userinfo = { ...query?.userinfo, options: Object.fromEntries(kept) };
	return { ...Object(answer), query: { ...query, userinfo } };
}

test('every recording is held against the demo, or left out for a reason', () => {
	const known = [...Object.keys(exchanges), ...Object.keys(leftOut)].sort();
	expect(known).toEqual(Object.keys(recordedShapes).sort());
});

test.each(Object.keys(exchanges))('answers as recorded: %s', async (recording) => {
	const answer = await exchanges[recording]?.(await prepare());
	const recorded = new Map<string, unknown>(Object.entries(recordedShapes));
	expect(shapeOf(keepRecordedOptions(answer))).toEqual(recorded.get(recording));
});
