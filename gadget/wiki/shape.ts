/*
 * What an answer has to look like before it is believed. zod says the same elsewhere; on a page of a
 * wiki it would be a quarter of what an administrator downloads for the form.
 */

export type Guard<Value> = (value: unknown) => value is Value;
export type Guarded<Of> = Of extends Guard<infer Value> ? Value : never;

export const isText: Guard<string> = (value) => typeof value === 'string';
export const isTruth: Guard<boolean> = (value) => typeof value === 'boolean';
export const isInteger: Guard<number> = (value): value is number => Number.isInteger(value);
export const isNull: Guard<null> = (value) => value === null;

/** MediaWiki leaves it out. */
export const optional =
	<Value>(guard: Guard<Value>): Guard<Value | undefined> =>
	(value) =>
		value === undefined || guard(value);

export const either =
	<One, Other>(one: Guard<One>, other: Guard<Other>): Guard<One | Other> =>
	(value): value is One | Other =>
		one(value) || other(value);

export const listOf =
	<Value>(guard: Guard<Value>): Guard<Value[]> =>
	(value): value is Value[] =>
		Array.isArray(value) && value.every(guard);

/** Values by name; PHP writes one without values as a list. */
export const mapOf =
	<Value>(guard: Guard<Value>): Guard<Record<string, Value>> =>
	(value): value is Record<string, Value> =>
		isObject(value) &&
		(Array.isArray(value) ? value.length === 0 : Object.values(value).every(guard));

/** An object with these members, whatever else it has. */
export const objectOf =
	<Members extends Readonly<Record<string, Guard<unknown>>>>(
		members: Members,
	): Guard<{ [Name in keyof Members]: Guarded<Members[Name]> }> =>
	(value): value is { [Name in keyof Members]: Guarded<Members[Name]> } =>
		isObject(value) && Object.entries(members).every(([name, guard]) => guard(value[name]));

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
