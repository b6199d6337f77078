import type { WikiSession, WikiUnderTest } from '../support/wikiUnderTest.ts';

const enabled = { action: 'growthsetmenteestatus', state: 'enabled' };
const optout = { action: 'growthsetmenteestatus', state: 'optout' };
const status = { action: 'query', meta: 'growthmenteestatus' };
const mentees = { action: 'query', list: 'growthmentormentee' };

/** What a recording was made with. */
export interface Setting {
	readonly wiki: WikiUnderTest;
	/** A person with Miriam Mentor as their mentor, and their name. */
	readonly mentee: WikiSession;
	readonly name: string;
	readonly administrator: WikiSession;
	readonly loggedOut: WikiSession;
}

export type Exchange = (setting: Setting) => Promise<unknown>;

const setMentor =
	(mentor: string, mentee?: string): Exchange =>
	(setting) =>
		setting.mentee.post({
			action: 'growthsetmentor',
			mentee: mentee ?? setting.name,
			mentor,
			reason: 'r',
		});
const asMentee =
	(method: 'get' | 'post', parameters: Record<string, string>): Exchange =>
	({ mentee }) =>
		mentee[method](parameters);

const both: Readonly<Record<string, Exchange>> = {
	'anon-menteestatus': ({ loggedOut }) => loggedOut.get(status),
	'anon-set': ({ loggedOut }) => loggedOut.post({ ...enabled, token: '+\\' }),
	'edit-unknown-config-key': ({ administrator }) =>
		administrator.post({
			action: 'edit',
			title: 'MediaWiki:GrowthExperimentsMentorship.json',
			text: JSON.stringify({ GEMentorshipStartOptedOutThresholds: {} }),
		}),
	'growthmenteestatus-enabled': asMentee('get', status),
	'growthmenteestatus-optout': async ({ mentee }) => {
		await mentee.post(optout);
		return mentee.get(status);
	},
	growthmentorlist: asMentee('get', { action: 'query', list: 'growthmentorlist' }),
	'growthmentormentee-missing': asMentee('get', mentees),
	'growthmentormentee-nouser': asMentee('get', { ...mentees, gemmmentor: 'No such user' }),
	growthmentormentee: asMentee('get', { ...mentees, gemmmentor: 'Miriam Mentor' }),
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
};

const read: Exchange = ({ mentee }) =>
	mentee.get({
		action: 'query',
		meta: 'userinfo|growthmenteestatus',
		uiprop: 'options|editcount|registrationdate',
	});
const readOptions: Exchange = ({ mentee }) =>
	mentee.get({ action: 'query', meta: 'userinfo|growthmenteestatus', uiprop: 'options' });
const readMentor: Exchange = ({ mentee, name }) =>
	mentee.get({ action: 'expandtemplates', prop: 'wikitext', text: `{{#mentor:${name}}}` });
const disabled = { action: 'growthsetmenteestatus', state: 'disabled' };
const explicitly = asMentee('post', {
	action: 'options',
	optionname: 'growthexperiments-homepage-mentorship-enabled',
	optionvalue: '50',
});
const comeBack = setMentor('Miriam Mentor');

/** What the last of several exchanges is answered. */
const after =
	(...steps: readonly Exchange[]): Exchange =>
	async (setting) => {
		let answer: unknown;
		for (const step of steps) {
			answer = await step(setting);
		}
		return answer;
	};
const set = (state: typeof enabled) => asMentee('post', state);
const backQuietly = [set(optout), set(disabled), comeBack];

/**
 * The exchanges by the MediaWiki that they were recorded on: with GrowthExperiments. What MediaWiki alone
 * answers is in `exchanges.ts`, which runs on a real one.
 */
export const exchanges = {
	'1.43': both,
	'1.45': {
		growthmentorlist: asMentee('get', { action: 'query', list: 'growthmentorlist' }),
		'mentor-by-parser-function': readMentor,
		'mentor-by-parser-function-after-options-50': after(explicitly, readMentor),
		'options-state-50': explicitly,
		'set-disabled': set(disabled),
		'set-enabled': after(set(optout), set(enabled)),
		'set-enabled-again': set(enabled),
		'set-optout': set(optout),
		'setmentor-after-optout-and-disabled': after(...backQuietly),
		'setmentor-while-disabled-mentor-kept': after(set(disabled), comeBack),
		'setmentor-while-optedout': after(set(optout), comeBack),
		'state-after-options-50': after(explicitly, read),
		'state-after-set-enabled': after(set(optout), set(enabled), read),
		'state-after-setmentor-after-optout-and-disabled': after(...backQuietly, readOptions),
		'state-after-setmentor-while-disabled-mentor-kept': after(set(disabled), comeBack, read),
		'state-default': read,
	},
} as const satisfies Readonly<Record<string, Readonly<Record<string, Exchange>>>>;

async function postWithoutToken(origin: string, parameters: Record<string, string>) {
	const body = new URLSearchParams({ ...parameters, format: 'json' });
	const response = await fetch(`${origin}/api.php`, { method: 'POST', body });
	return response.json();
}
