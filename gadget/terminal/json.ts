import { control } from './terminal.ts';

/** @returns `undefined` where the text is not JSON. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) {
			return undefined;
		}
		throw error;
	}
}

/** A value as one line of JSON that is printed as it is: what would move a cursor is escaped. */
export function jsonLine(value: unknown): string {
	return JSON.stringify(value).replace(control, (character) =>
		Array.from(
			{ length: character.length },
			(_unit, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
		).join(''),
	);
}
