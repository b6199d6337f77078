/** What an answer is made of: its keys and types, and the codes by which it refuses; no texts. */
export type Shape = string | readonly Shape[] | { readonly [key: string]: Shape };

/** Entries of a map, of which only what they have in common is a part of its shape. */
const anyKey = '*';

/**
 * Takes the shape of an answer. Of a list it is the different shapes in it; where keys are ids, they
 * are any; an error's code is a part of the shape.
 */
export function shapeOf(value: unknown): Shape {
	if (value === null) {
		return 'null';
	}
	if (Array.isArray(value)) {
		return distinct(value.map(shapeOf));
	}
	return typeof value === 'object' ? shapeOfObject(value) : typeof value;
}

function shapeOfObject(value: object): Shape {
	const entries = Object.entries(value);
	if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))) {
		return { [anyKey]: distinct(entries.map(([, item]) => shapeOf(item))) };
	}
	return Object.fromEntries(
		entries
			.map(([key, item]): [string, Shape] => [key, key === 'code' ? String(item) : shapeOf(item)])
			.sort(([a], [b]) => a.localeCompare(b)),
	);
}

function distinct(shapes: readonly Shape[]): Shape[] {
	const texts = new Set(shapes.map((shape) => JSON.stringify(shape)));
	return [...texts].sort().map((text) => JSON.parse(text) as Shape);
}
