import { ApiRefusal } from './api/error.ts';

/*
 * Faults on order: what can go wrong with a request to the Action API, made to happen to a certain
 * one. There are none unless the server is started with them.
 */

/** One request, and what can be done with it. */
export interface Exchange {
	/** Does what was asked, and answers. */
	readonly answer: () => Response;
	/** Refuses, as the API does; nothing is done. */
	readonly refuse: (error: ApiRefusal, headers?: Readonly<Record<string, string>>) => Response;
	/** Ends the connection without a word. */
	readonly cut: () => void;
	/** Resolves after a slow server's time. */
	readonly wait: () => Promise<void>;
}

type Mishap = (exchange: Exchange) => Response | Promise<Response>;

const unanswered = (): Promise<Response> => new Promise(() => undefined);

/** In seconds. */
const retryAfter = { 'Retry-After': '5' };

function status(code: number, headers: Readonly<Record<string, string>> = {}): Mishap {
	return () => new Response('The server has a problem.', { status: code, headers });
}

function refusal(code: string, text: string, headers?: Readonly<Record<string, string>>): Mishap {
	return ({ refuse }) => refuse(new ApiRefusal(code, text), headers);
}

/** Everything that can go wrong, by name. `after`: the change was made, but the answer is lost. */
const mishaps = {
	delay: async ({ wait, answer }) => {
		await wait();
		return answer();
	},
	hang: unanswered,
	'hang-after': ({ answer }) => {
		answer();
		return unanswered();
	},
	'cut-before': ({ cut }) => {
		cut();
		return unanswered();
	},
	'cut-after': ({ answer, cut }) => {
		answer();
		cut();
		return unanswered();
	},
	'500': status(500),
	'500-retry': status(500, retryAfter),
	'502': status(502),
	'502-retry': status(502, retryAfter),
	'503': status(503),
	'503-retry': status(503, retryAfter),
	html: () =>
		new Response('<!DOCTYPE html><title>Log in to this network</title>', {
			headers: { 'Content-Type': 'text/html; charset=utf-8' },
		}),
	'half-json': async ({ answer }) => {
		const answered = answer();
		const text = await answered.text();
		return new Response(text.slice(0, text.length / 2), { headers: answered.headers });
	},
	badtoken: refusal('badtoken', 'The token is not of this session.'),
	assertuserfailed: refusal('assertuserfailed', 'Nothing was done: you are logged out.'),
	readonly: refusal('readonly', 'The wiki is read-only for a moment.'),
	ratelimited: refusal('ratelimited', 'You did that too often.'),
	maxlag: refusal('maxlag', 'The database is 7 seconds behind.', retryAfter),
	blocked: refusal('blocked', 'You are blocked from editing.'),
	warning: async ({ answer }) => {
		const answered = answer();
		const noted = { module: 'main', code: 'deprecation', text: 'This will change one day.' };
		const body = { warnings: [noted], ...Object(await answered.json()) };
		return new Response(JSON.stringify(body), { headers: answered.headers });
	},
} as const satisfies Readonly<Record<string, Mishap>>;

export type Fault = keyof typeof mishaps;

export const faults = Object.keys(mishaps) as Fault[];

/** What is to go wrong with which call. */
export interface FaultOrder {
	/** A value of `action`, or `query+` and one of `list`, `meta` or `prop`; `*` is any. */
	readonly module: string;
	/** Which call to it: 1 is the next. */
	readonly call: number;
	/** Those after it as well. */
	readonly isLasting: boolean;
	readonly fault: Fault;
}

/**
 * Reads orders such as `options:2:cut-after query+users:1+:503-retry`: module, call, fault; `+` is
 * for all calls from that one on.
 *
 * @throws Error where something else is there.
 */
export function readFaultOrders(text: string): FaultOrder[] {
	return text.split(/\s+/).filter(Boolean).map(readOrder);
}

function readOrder(text: string): FaultOrder {
	const [, module, call, lasting, name] = /^([\w+*]+):([1-9]\d*)(\+?):([\w-]+)$/.exec(text) ?? [];
	const fault = faults.find((known) => known === name);
	if (module === undefined || fault === undefined) {
		throw new Error(
			`“${text}” orders no fault. One reads “options:2:cut-after”; there are: ${faults.join(', ')}.`,
		);
	}
	return { module, call: Number(call), isLasting: lasting === '+', fault };
}

/**
 * Chooses what goes wrong with a call, if anything does.
 *
 * @param modules What the call is to.
 * @returns The fault, and what is still on order.
 */
export function chooseFault(
	orders: readonly FaultOrder[],
	modules: readonly string[],
): { readonly fault: Fault | null; readonly rest: readonly FaultOrder[] } {
	const concerns = ({ module }: FaultOrder) => module === '*' || modules.includes(module);
	const due = orders.find((order) => concerns(order) && order.call === 1);
	const rest = orders
		.filter((order) => order.isLasting || !concerns(order) || order.call > 1)
		.map((order) =>
			concerns(order) && order.call > 1 ? { ...order, call: order.call - 1 } : order,
		);
	return { fault: due?.fault ?? null, rest };
}

/** The modules that a request's parameters ask for. */
export function modulesOf(parameters: URLSearchParams): string[] {
	const action = parameters.get('action') ?? 'help';
	const parts = ['list', 'meta', 'prop'].flatMap(
		(kind) => parameters.get(kind)?.split('|').filter(Boolean) ?? [],
	);
	return [action, ...parts.map((part) => `${action}+${part}`)];
}

export interface Faults {
	/** What is to go wrong from now on, in place of what was on order. */
	order(orders: readonly FaultOrder[]): void;
	/** Answers, or does what goes wrong instead. */
	respond(
		modules: readonly string[],
		exchange: Omit<Exchange, 'wait'>,
	): Response | Promise<Response>;
}

/** @param delay How long a slow server takes, in milliseconds. */
export function createFaults(first: readonly FaultOrder[], delay = 3000): Faults {
	let orders = first;
	const wait = () => new Promise<void>((resolve) => setTimeout(resolve, delay));
	return {
		order(next) {
			orders = next;
		},
		respond(modules, exchange) {
			const { fault, rest } = chooseFault(orders, modules);
			orders = rest;
			return fault === null ? exchange.answer() : mishaps[fault]({ ...exchange, wait });
		},
	};
}
