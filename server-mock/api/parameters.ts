import { ApiRefusal } from './error.ts';
import type { Warn } from './warning.ts';

/** A request's parameters. A parameter that no module read is unknown, and is warned of. */
export interface Parameters {
	text(name: string): string | undefined;
	/** @throws ApiRefusal `missingparam` */
	required(name: string): string;
	/** Whether it is there: MediaWiki's booleans are true whatever their value. */
	flag(name: string): boolean;
	/** @throws ApiRefusal `badinteger` */
	integer(name: string): number | undefined;
	/** @throws ApiRefusal `badvalue`, `missingparam` where it is not there and has no fallback */
	oneOf<Value extends string>(name: string, allowed: readonly Value[], fallback?: Value): Value;
	/** Several values, as `a|b`. @throws ApiRefusal `toomanyvalues` */
	values(name: string): string[];
	/** Several whole numbers. @throws ApiRefusal `badinteger`, `toomanyvalues` */
	integers(name: string): number[];
	/** Several of certain values; others are dropped with a warning. */
	someOf<Value extends string>(
		name: string,
		allowed: readonly Value[],
		fallback?: readonly Value[],
	): Set<Value>;
	/** How many results are wanted, 10 unless said; `max` is understood. */
	limit(name: string): number;
	/** Whether it came in the URL, where servers log it. */
	isInUrl(name: string): boolean;
	/** Names that no module has read. */
	unread(): string[];
	/** The same parameters, read by another module. */
	inModule(module: string): Parameters;
}

export interface ParameterSource {
	readonly url: URLSearchParams;
	readonly body: URLSearchParams;
	/** The right `apihighlimits`: ten times as many values and results. */
	readonly highLimits: boolean;
	readonly warn: Warn;
}

/** Reads what a request sent; where URL and body both have a parameter, the body's counts. */
export function createParameters(source: ParameterSource, module = 'main'): Parameters {
	return createReader(source, module, new Set());
}

function createReader(source: ParameterSource, module: string, read: Set<string>): Parameters {
	const { url, body, highLimits, warn } = source;
	const text = (name: string) => {
		read.add(name);
		return body.get(name) ?? url.get(name) ?? undefined;
	};
	const required = (name: string) => {
		const value = text(name);
		if (value === undefined) {
			throw new ApiRefusal('missingparam', `The parameter “${name}” is needed.`);
		}
		return value;
	};
	const values = (name: string) => {
		const given = splitValues(text(name) ?? '');
		const limit = highLimits ? 500 : 50;
		if (given.length > limit) {
			throw new ApiRefusal('toomanyvalues', `“${name}” takes ${limit} values at most.`, {
				data: { parameter: name, limit, lowlimit: 50, highlimit: 500 },
			});
		}
		return given;
	};
	return {
		text,
		required,
		flag: (name) => text(name) !== undefined,
		integer: (name) => {
			const value = text(name);
			return value === undefined ? undefined : readInteger(name, value);
		},
		oneOf: (name, allowed, fallback) => {
			const value = fallback === undefined ? required(name) : (text(name) ?? fallback);
			const found = allowed.find((candidate) => candidate === value);
			if (found === undefined) {
				throw new ApiRefusal('badvalue', `“${name}” cannot be “${value}”.`);
			}
			return found;
		},
		values,
		someOf: (name, allowed, fallback = []) => {
			if (text(name) === undefined) {
				return new Set(fallback);
			}
			const given = values(name);
			const unknown = given.filter((value) => !allowed.some((known) => known === value));
			if (unknown.length > 0) {
				warn({
					module,
					code: 'unrecognizedvalues',
					text: `“${name}” knows nothing of: ${unknown.join(', ')}.`,
					data: { values: unknown },
				});
			}
			return new Set(allowed.filter((value) => given.includes(value)));
		},
		limit: (name) => {
			const highest = highLimits ? 5000 : 500;
			const value = text(name);
			const asked = value === 'max' ? highest : readInteger(name, value ?? '10');
			if (asked < 1 || asked > highest) {
				warn({
					module,
					code: 'outofrange',
					text: `“${name}” goes from 1 to ${highest}.`,
					data: { min: 1, curmax: highest, max: 500, highmax: 5000 },
				});
			}
			return Math.min(Math.max(asked, 1), highest);
		},
		integers: (name) => values(name).map((value) => readInteger(name, value)),
		isInUrl: (name) => url.has(name),
		unread: () => [...new Set([...url.keys(), ...body.keys()])].filter((name) => !read.has(name)),
		inModule: (other) => createReader(source, other, read),
	};
}

/** A list that begins with the control character U+001F is split at it: its values may hold `|`. */
function splitValues(text: string): string[] {
	if (text === '') {
		return [];
	}
	return text.startsWith('\u001f') ? text.slice(1).split('\u001f') : text.split('|');
}

function readInteger(name: string, text: string): number {
	if (!/^-?\d+$/.test(text)) {
		throw new ApiRefusal('badinteger', `“${name}” must be a whole number.`);
	}
	return Number(text);
}
