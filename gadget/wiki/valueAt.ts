/**
 * What an answer of the wiki has at a place; `undefined` where it has no such place. Whoever asks looks
 * what it is: an answer may be anything.
 */
export function valueAt(answer: unknown, ...path: readonly (string | number)[]): unknown {
	return path.reduce((value, key) => Object(value)[key], answer);
}
