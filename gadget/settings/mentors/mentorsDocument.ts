import { findUnreadable, type Mentor, readMentors } from '../../domain/mentors.ts';
import type { PlacedMistake } from '../form/document.ts';
import {
	findMember,
	type JsonMember,
	type JsonNode,
	locate,
	readJson,
	withMember,
	writeJson,
} from '../form/jsonText.ts';

/** A mentor as the form shows them. */
export interface MentorEntry {
	readonly id: number;
	readonly name: string;
	/** Their introduction; '' for none. */
	readonly message: string;
	readonly weight: number;
	/** `YYYY-MM-DD`; '' where they are not away. */
	readonly away: string;
}

/** What the page with the list of mentors says. */
export interface MentorsReading {
	/** `null` where the page is not JSON: nothing of it can be shown. */
	readonly entries: readonly MentorEntry[] | null;
	/** The keys of those that cannot be read, or not all of: they are not drawn, and stay as they are. */
	readonly unreadable: readonly string[];
	/** Where the page stops being JSON. */
	readonly mistakes: readonly PlacedMistake[];
}

const listKey = 'Mentors';

/** @param text The page's source; `null` where there is no page. */
export function readMentorEntries(text: string | null): MentorsReading {
	const source = text ?? '{}';
	const { node, faultAt } = readJson(source);
	if (faultAt !== null) {
		const mistake = { key: 'form-mistake-json', path: '', ...locate(source, faultAt) } as const;
		return { entries: null, unreadable: [], mistakes: [mistake] };
	}
	const list = findMember(node, listKey)?.value;
	const names = list?.kind === 'object' ? list.members.map(({ name }) => name) : [];
	const page: unknown = JSON.parse(writeJson(node));
	const odd = findUnreadable(page);
	const mentors = readMentors(page).filter(({ id }) => !odd.includes(String(id)));
	const read = new Set(mentors.map(({ id }) => String(id)));
	return {
		entries: mentors.map(entryOf),
		unreadable: [...new Set(names)].filter((name) => !read.has(name)),
		mistakes: [],
	};
}

function entryOf({ id, name, message, weight, awayUntil }: Mentor): MentorEntry {
	const away = awayUntil === null ? '' : new Date(awayUntil).toISOString().slice(0, 10);
	return { id, name, message: message ?? '', weight, away };
}

/**
 * The page's source with what a person changed, everything else as it is there: other keys, and
 * mentors whom they have not touched.
 *
 * @param before The entries as they were when they began.
 */
export function writeMentorEntries(
	text: string | null,
	before: readonly MentorEntry[],
	after: readonly MentorEntry[],
): string {
	const { node } = readJson(text ?? '');
	let list = findMember(node, listKey)?.value;
	for (const { id } of before) {
		if (!after.some((entry) => entry.id === id)) {
			list = withoutMember(list, String(id));
		}
	}
	for (const entry of after) {
		const old = before.find(({ id }) => id === entry.id);
		if (JSON.stringify(old) !== JSON.stringify(entry)) {
			list = withMember(list, String(entry.id), writeEntry(list, old, entry));
		}
	}
	return writeJson(withMember(node, listKey, list ?? withoutMember(undefined, '')));
}

function writeEntry(
	list: JsonNode | undefined,
	old: MentorEntry | undefined,
	{ id, name, message, weight, away }: MentorEntry,
): JsonNode {
	let node = findMember(list, String(id))?.value;
	const set = (key: string, value: unknown): void => {
		node = withMember(node, key, scalar(JSON.stringify(value)));
	};
	set('username', name);
	set('message', message.trim() || null);
	set('weight', weight);
	// A day that was not touched keeps its hour.
	if (away && away !== old?.away) {
		set('awayTimestamp', `${away}T00:00:00Z`);
	}
	return away && node ? node : withoutMember(node, 'awayTimestamp');
}

const scalar = (raw: string): JsonNode => ({ kind: 'scalar', start: 0, raw });

function withoutMember(node: JsonNode | undefined, name: string): JsonNode {
	const members: readonly JsonMember[] = node?.kind === 'object' ? node.members : [];
	return { kind: 'object', start: 0, members: members.filter((member) => member.name !== name) };
}
