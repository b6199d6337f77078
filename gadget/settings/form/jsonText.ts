/*
 * JSON as the text it is: what an administrator wrote is kept as written, in its order. JavaScript's
 * own parser would put keys like "10" first and round large numbers, and does not say where in the
 * text something is.
 */

export interface JsonMember {
	/** The key as written, with its quotes. */
	readonly key: string;
	readonly name: string;
	readonly value: JsonNode;
}

/** A value, and where in the text it starts. */
export type JsonNode =
	| { readonly kind: 'object'; readonly start: number; readonly members: readonly JsonMember[] }
	| { readonly kind: 'array'; readonly start: number; readonly items: readonly JsonNode[] }
	| { readonly kind: 'scalar'; readonly start: number; readonly raw: string };

export interface JsonReading {
	/** The value; where the text is broken, an object of those of its members that are whole. */
	readonly node: JsonNode;
	/** Where the text stops being JSON; `null` where it is JSON. */
	readonly faultAt: number | null;
}

const token = /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\]|\\.)*"|[-+.\w]+)|)/y;

/** Reads a text, whole or broken. */
export function readJson(text: string): JsonReading {
	let position = 0;
	const rootMembers: JsonMember[] = [];

	/** The next token: punctuation, or a string, number or word; '' where there is neither. */
	function next(): { sign: string; raw: string; start: number } {
		token.lastIndex = position;
		const [whole = '', sign = '', raw = ''] = token.exec(text) ?? [];
		return { sign, raw, start: position + whole.length - sign.length - raw.length };
	}

	function isNext(sign: string): boolean {
		const found = next();
		if (found.sign === sign) {
			position = found.start + 1;
		}
		return found.sign === sign;
	}

	function expect(isSo: boolean): void {
		if (!isSo) {
			throw new SyntaxError();
		}
	}

	function takeScalar(): { raw: string; start: number; value: unknown } {
		const { raw, start } = next();
		// Only a scalar can come out: `raw` holds no bracket outside a string.
		const value: unknown = JSON.parse(raw);
		position = start + raw.length;
		return { raw, start, value };
	}

	/** Takes what stands between brackets, up to the closing one. */
	function takeList(closing: string, takeOne: () => void): void {
		if (!isNext(closing)) {
			do {
				takeOne();
			} while (isNext(','));
			expect(isNext(closing));
		}
	}

	function takeMember(): JsonMember {
		const { raw: key, value: name } = takeScalar();
		expect(typeof name === 'string' && isNext(':'));
		return { key, name: String(name), value: takeValue([]) };
	}

	/** @param members Where the members go, if it is an object. */
	function takeValue(members: JsonMember[]): JsonNode {
		const { start } = next();
		if (isNext('{')) {
			takeList('}', () => members.push(takeMember()));
			return { kind: 'object', start, members };
		}
		if (isNext('[')) {
			const items: JsonNode[] = [];
			takeList(']', () => items.push(takeValue([])));
			return { kind: 'array', start, items };
		}
		return { kind: 'scalar', start, raw: takeScalar().raw };
	}

	try {
		const node = takeValue(rootMembers);
		expect(next().start === text.length);
		return { node, faultAt: null };
	} catch {
		// Whatever was thrown, the text is not JSON from the next token on.
		return { node: { kind: 'object', start: 0, members: rootMembers }, faultAt: next().start };
	}
}

/** Writes a value as MediaWiki formats JSON pages: a tab for each level. */
export function writeJson(node: JsonNode, indent = ''): string {
	const within = `${indent}\t`;
	const enclose = (opening: string, lines: readonly string[], closing: string) =>
		lines.length > 0
			? `${opening}\n${lines.map((line) => within + line).join(',\n')}\n${indent}${closing}`
			: opening + closing;
	switch (node.kind) {
		case 'object': {
			const lines = node.members.map(({ key, value }) => `${key}: ${writeJson(value, within)}`);
			return enclose('{', lines, '}');
		}
		case 'array': {
			const lines = node.items.map((item) => writeJson(item, within));
			return enclose('[', lines, ']');
		}
		case 'scalar':
			return node.raw;
	}
}

/** The member of an object by its name; of several the last, which is the one that counts. */
export function findMember(node: JsonNode | undefined, name: string): JsonMember | undefined {
	return node?.kind === 'object'
		? node.members.findLast((member) => member.name === name)
		: undefined;
}

/** An object with one member changed in its place, or added at the end; the rest as it was. */
export function withMember(node: JsonNode | undefined, name: string, value: JsonNode): JsonNode {
	const members = node?.kind === 'object' ? node.members : [];
	const present = findMember(node, name);
	return {
		kind: 'object',
		start: 0,
		members: present
			? members.map((member) => (member === present ? { ...member, value } : member))
			: [...members, { key: JSON.stringify(name), name, value }],
	};
}

/** Line and column, from 1 on, of a place in a text, and that line. */
export function locate(
	text: string,
	offset: number,
): { line: number; column: number; excerpt: string } {
	const before = text.slice(0, offset).split('\n');
	const line = before.length;
	return {
		line,
		column: (before[line - 1]?.length ?? 0) + 1,
		excerpt: text.split('\n')[line - 1]?.trim() ?? '',
	};
}
