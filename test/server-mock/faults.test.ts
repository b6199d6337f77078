import { describe, expect, test } from 'vitest';
import {
	chooseFault,
	createFaults,
	type Fault,
	faults,
	modulesOf,
	readFaultOrders,
} from '../../server-mock/faults.ts';
import { createTestDemo, form, type TestDemo } from './testDemo.ts';

/** What goes wrong with one call after another to these modules. */
function happening(orders: string, calls: readonly string[]): Array<Fault | null> {
	let rest: ReturnType<typeof chooseFault>['rest'] = readFaultOrders(orders);
	return calls.map((call) => {
		const chosen = chooseFault(rest, modulesOf(new URLSearchParams(call)));
		rest = chosen.rest;
		return chosen.fault;
	});
}

test.each<[orders: string, calls: string[], faults: Array<Fault | null>]>([
	['', ['action=options', 'action=query'], [null, null]],
	['options:1:hang', ['action=options', 'action=options'], ['hang', null]],
	[
		'options:2:hang',
		['action=options', 'action=edit', 'action=options', 'action=options'],
		[null, null, 'hang', null],
	],
	['options:2+:500', ['action=options', 'action=options', 'action=options'], [null, '500', '500']],
	[
		'query+users:1:html',
		['action=query&meta=userinfo', 'action=query&list=usercontribs|users&prop=revisions'],
		[null, 'html'],
	],
	['*:2:maxlag', ['action=edit', 'action=query&list=users', 'action=edit'], [null, 'maxlag', null]],
	[
		'options:1:500 query:1:502\n*:3:503',
		['action=options', 'action=query', 'action=edit'],
		['500', '502', '503'],
	],
])('the orders “%s” concern those calls', (orders, calls, expected) => {
	expect(happening(orders, calls)).toEqual(expected);
});

test.each([
	'options',
	'options:0:hang',
	'options:1:oops',
	'options:1',
	':1:hang',
	'options:-1:hang',
])('“%s” is refused with a word on how to order', (order) => {
	expect(() => readFaultOrders(order)).toThrow(
		/orders no fault.*options:2:cut-after.*hang.*half-json/,
	);
});

interface Outcome {
	readonly status: number;
	readonly code: string | null;
	readonly text: string;
	/** Whether the option was saved. */
	readonly isDone: boolean;
}

/** Saves an option with a fault on order; `null` where no answer comes. */
async function saveWith(fault: Fault): Promise<Outcome | { answer: null; isDone: boolean }> {
	const ordered = createFaults(readFaultOrders(`options:1:${fault}`), 0);
	const demo: TestDemo = createTestDemo({ faults: ordered });
	const { csrfToken: token } = demo.session('Greta Grown');
	const fields = { action: 'options', optionname: 'userjs-x', optionvalue: 'y', token };
	const sent = form({ ...fields, errorformat: 'plaintext' });
	const answering = demo.request('/api.php', 'Greta Grown', sent);
	const { id } = demo.user('Greta Grown');
	const isDone = () => demo.store.userOptions.of(id)['userjs-x'] === 'y';
	// A later request is answered when the first would have been, if ever.
	const later = async () => {
		await demo.request('/api.php', null, form({ action: 'query' }));
		await demo.request('/api.php', null, form({ action: 'query' }));
		return null;
	};
	const response = await (fault === 'delay' ? answering : Promise.race([answering, later()]));
	return response === null
		? { answer: null, isDone: isDone() }
		: {
				status: response.status,
				code: response.headers.get('MediaWiki-API-Error'),
				text: await response.text(),
				isDone: isDone(),
			};
}

describe('a request to save an option', () => {
	const saved = { status: 200, code: null, text: '{"options":"success"}', isDone: true };
	const silence = { answer: null, isDone: false };
	const refused = (code: string) => ({
		status: 200,
		code,
		text: expect.stringContaining(`"errors":[{"code":"${code}"`),
		isDone: false,
	});
	const broken = (status: number) => ({ status, code: null, isDone: false });
	const outcomes: Readonly<Record<Fault, object>> = {
		delay: saved,
		hang: silence,
		'hang-after': { answer: null, isDone: true },
		'cut-before': silence,
		'cut-after': { answer: null, isDone: true },
		'500': broken(500),
		'500-retry': broken(500),
		'502': broken(502),
		'502-retry': broken(502),
		'503': broken(503),
		'503-retry': broken(503),
		html: { status: 200, text: expect.stringContaining('<title>'), isDone: false },
		'half-json': { ...saved, text: '{"options"' },
		badtoken: refused('badtoken'),
		assertuserfailed: refused('assertuserfailed'),
		readonly: refused('readonly'),
		ratelimited: refused('ratelimited'),
		maxlag: refused('maxlag'),
		blocked: refused('blocked'),
		warning: { ...saved, text: expect.stringMatching(/^\{"warnings":\[.*"options":"success"\}$/) },
	};

	test.each(faults)('with the fault “%s” is what that says', async (fault) => {
		expect(await saveWith(fault)).toMatchObject(outcomes[fault]);
	});
});

test.each(['500-retry', '502-retry', '503-retry', 'maxlag'])(
	'“%s” says when to come back',
	async (fault) => {
		const demo = createTestDemo({ faults: createFaults(readFaultOrders(`*:1:${fault}`)) });
		const { headers } = await demo.request('/api.php?action=query');
		expect(headers.get('Retry-After')).toBe('5');
	},
);
