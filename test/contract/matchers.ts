import { expect } from 'vitest';

/** What an answer has in a place where only the type is agreed on. */

export const aNumber: unknown = expect.any(Number);
export const aText: unknown = expect.any(String);
export const aList: unknown = expect.any(Array);
/** `2026-11-22T07:15:44Z` */
export const aTime: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
export const aToken: unknown = expect.stringMatching(/^[\da-f]{40}\+\\$/);

/** A refusal as the API writes it unless asked otherwise. */
export function refusal(code: string, data: object = {}): unknown {
	return { error: { code, info: aText, ...data, docref: aText } };
}

/** A refusal in `errorformat=plaintext`. */
export function plainRefusal(module: string, ...codes: string[]): unknown {
	return { errors: codes.map((code) => ({ code, text: aText, module })), docref: aText };
}
