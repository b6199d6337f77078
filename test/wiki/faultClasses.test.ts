import { Window } from 'happy-dom';
import createJQuery from 'jquery';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createWikiApi, type WikiApi } from '../../gadget/wiki/api.ts';
import { createPoliteApi } from '../../gadget/wiki/politeApi.ts';
import { createClientApi } from '../../public/mw/api.ts';
import { createMap } from '../../public/mw/map.ts';
import { createUser } from '../../public/mw/user.ts';
import { createFaults, type Faults, faults } from '../../server-mock/faults.ts';
import { sessionCookie } from '../../server-mock/http/session.ts';
import type { User } from '../../server-mock/store/users.ts';
import { type DemoWiki, startDemoWiki } from '../support/demoWiki.ts';
import { heardOf, oneOfEachClass } from '../support/faultClasses.ts';

/*
 * The matrix of faults (`test/deep`) takes one fault of each class unless it is told to take all: here
 * it is seen that the gadget cannot tell those of a class apart.
 */

const optionname = 'userjs-tried';
const faultsOnOrder = createFaults([], 0);
let wiki: DemoWiki;
let user: User;
let api: WikiApi;
/** The wiki will not answer the next request. */
let isSilent = false;
/** What the gadget does after 15 or 30 seconds: here, as soon as the wiki is silent. */
let giveUp = (): void => undefined;
const orders: Faults = {
	...faultsOnOrder,
	respond(modules, exchange) {
		const answer = faultsOnOrder.respond(modules, exchange);
		if (isSilent) {
			isSilent = false;
			giveUp();
		}
		return answer;
	},
};

beforeAll(async () => {
	wiki = await startDemoWiki({ faults: orders });
	user =
		wiki.store.users.byName('Nora Newcomer') ?? expect.fail('She is one of the demo’s people.');
	const { id, csrfToken } = wiki.store.sessions.start(user.id, Date.now());
	const url = `${wiki.origin}/index.php/Project:Newcomers`;
	const window = new Window({ url });
	window.document.cookie = `${sessionCookie}=${id}`;
	const setTimer = (work: () => void, milliseconds = 0) => {
		if (milliseconds < 15_000) {
			return setTimeout(work, milliseconds);
		}
		giveUp = work;
		return 0;
	};
	Object.assign(window, { setTimeout: setTimer });
	// Where there is no document yet, jQuery is made for one.
	const jQuery = Object(createJQuery)(window);
	const config = createMap({ wgScriptPath: '', wgUserName: user.name });
	const facts = {
		config: {},
		language: 'en',
		options: {},
		modules: {},
		pageModules: [],
		gadgets: [],
	};
	const Api = createClientApi({
		jQuery,
		config,
		user: createUser({ ...facts, tokens: { csrfToken } }),
	});
	vi.stubGlobal('location', { href: url });
	vi.stubGlobal('mw', { Api, util: { getUrl: (title: string) => `/index.php/${title}` } });
	api = createWikiApi(user.name);
});
afterAll(async () => {
	await wiki.stop();
});
/** The code of the refusal, or `null`. */
function codeOf(request: Promise<unknown>): Promise<string | null> {
	return request.then(
		() => null,
		({ code }: { code: string }) => code,
	);
}

describe.each(faults)('%s', (fault) => {
	const { code, isDone, retryAfter = null } = heardOf[fault];

	beforeEach(() => {
		isSilent = fault.startsWith('hang');
	});

	test('a change: what is heard of it, and whether it was made', async () => {
		orders.order([{ module: 'options', call: 1, isLasting: true, fault }]);
		wiki.store.userOptions.set(user.id, optionname, 'before');
		const change = api.post({ action: 'options', optionname, optionvalue: fault });
		expect(await codeOf(change)).toBe(code);
		expect(wiki.store.userOptions.of(user.id)[optionname]).toBe(isDone ? fault : 'before');
	});

	test('a question: what is heard of it', async () => {
		orders.order([{ module: 'query+userinfo', call: 1, isLasting: true, fault }]);
		expect(await codeOf(api.get({ action: 'query', meta: 'userinfo' }))).toBe(code);
	});

	test('a scan waits as long as the wiki says', async () => {
		orders.order([{ module: 'query+userinfo', call: 1, isLasting: false, fault }]);
		const waits: number[] = [];
		const wait = async (seconds: number) => void waits.push(seconds);
		const scanApi = createPoliteApi({ wait, onWait: () => undefined });
		const question = scanApi.get(
			{ action: 'query', meta: 'userinfo' },
			new AbortController().signal,
		);
		const heard = await codeOf(question);
		const isPassing = ['server', 'timeout', 'ratelimited', 'maxlag'].includes(code ?? '');
		expect([heard, waits]).toEqual(isPassing ? [null, [retryAfter ?? 5]] : [code, []]);
	});
});

test('one fault stands for each class, and each fault is in one', () => {
	expect(oneOfEachClass(false)).toHaveLength(13);
	expect(oneOfEachClass(true)).toHaveLength(14);
});
