import type { Memory, RememberedMentor } from './memory.ts';

/** The page with the wiki's mentors. */
export const mentorListTitle = 'MediaWiki:GrowthMentors.json';

/** A mentor as {@link mentorListTitle} lists them. */
export interface Mentor {
	/** The user id: the identity. */
	readonly id: number;
	/** As the page says it, for its readers: the account may have another by now; '': it cannot be read. */
	readonly name: string;
	/** Their introduction, as text; `null` where they wrote none. */
	readonly message: string | null;
	/** One of {@link weights}. */
	readonly weight: number;
	/** Milliseconds since 1970; they are not drawn before. `null`: not away. */
	readonly awayUntil: number | null;
}

/** How many lottery tickets a mentor may have; with 0 they are never drawn. */
export const weights = [0, 1, 2, 4] as const;
export const usualWeight = 2;

/**
 * Reads the mentors of the page's parsed JSON, `{"Mentors": {"ID": {"username", "message",
 * "weight", "automaticallyAssigned", "awayTimestamp"}}}`. An entry that is not a mentor is passed
 * over: one mistake must not leave a wiki without mentors. Of an entry that cannot be read the mentor
 * keeps their mentees, but is not given to anyone else.
 *
 * @param page What the page's JSON parses to; anything at all.
 */
export function readMentors(page: unknown): Mentor[] {
	const entries: Record<string, unknown> = Object(Object(page).Mentors);
	return Object.keys(entries).flatMap((key) => readMentor(key, Object(entries[key])));
}

/** The keys of entries that cannot be read, or not all of: such a mentor is not drawn. */
export function findUnreadable(page: unknown): string[] {
	const entries: Record<string, unknown> = Object(Object(page).Mentors);
	return Object.keys(entries).filter((key) => {
		const { weight } = Object(entries[key]);
		const [mentor] = readMentor(key, Object(entries[key]));
		const hasOddWeight = weight !== undefined && weight !== null && weight !== mentor?.weight;
		return !mentor?.name || hasOddWeight || mentor.awayUntil === unknownEnd;
	});
}

function readMentor(key: string, entry: Record<string, unknown>): Mentor[] {
	const { username, message } = entry;
	if (!/^[1-9]\d{0,14}$/.test(key)) {
		return [];
	}
	const name = typeof username === 'string' ? username : '';
	return [
		{
			id: Number(key),
			name,
			message: typeof message === 'string' && message.trim() ? message : null,
			weight: name ? readWeight(entry) : 0,
			awayUntil: readAwayUntil(entry.awayTimestamp),
		},
	];
}

/** A weight that cannot be read is 0: it may have been meant as a pause. */
function readWeight({ weight, automaticallyAssigned }: Record<string, unknown>): number {
	if (weight === undefined || weight === null) {
		// Before weights there was this switch; only `false` was ever written on purpose.
		return automaticallyAssigned === false ? 0 : usualWeight;
	}
	return weights.find((known) => known === weight) ?? 0;
}

/** The end of an absence whose end cannot be read. */
const unknownEnd = Number.MAX_SAFE_INTEGER;

/** Both of MediaWiki's formats of time; what cannot be read is not yet over. */
function readAwayUntil(value: unknown): number | null {
	if (value === undefined || value === null) {
		return null;
	}
	const text = String(value).replace(
		/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/,
		'$1-$2-$3T$4:$5:$6Z',
	);
	// Browsers read much more than that: “back in 1” is the year 2001 to some.
	const time = Date.parse(/^\d{4}-\d\d-\d\d(T|$)/.test(text) ? text : '');
	return Number.isNaN(time) ? unknownEnd : time;
}

/**
 * Draws a mentor by weight.
 *
 * @param excludedIds User ids never to draw: oneself, and a mentor one does not want again.
 * @param now Milliseconds since 1970.
 * @param random A number from 0 up to, but not including, 1.
 * @returns `null` where no mentor can be drawn.
 */
export function drawMentor(
	mentors: readonly Mentor[],
	excludedIds: readonly number[],
	now: number,
	random: number,
): Mentor | null {
	const candidates = mentors.filter(
		(mentor) =>
			mentor.weight > 0 &&
			!excludedIds.includes(mentor.id) &&
			(mentor.awayUntil === null || mentor.awayUntil <= now),
	);
	const tickets = candidates.reduce((sum, mentor) => sum + mentor.weight, 0);
	let ticket = Math.floor(random * tickets);
	for (const mentor of candidates) {
		ticket -= mentor.weight;
		if (ticket < 0) {
			return mentor;
		}
	}
	return null;
}

/** The remembered mentor's entry, while they are on the list; found by id where one is remembered. */
export function findMentor<Listed extends Pick<Mentor, 'id' | 'name'>>(
	mentors: readonly Listed[],
	remembered: RememberedMentor | undefined,
): Listed | undefined {
	const { id, name }: Partial<RememberedMentor> = Object(remembered);
	return mentors.find((mentor) => (id ? mentor.id === id : mentor.name === name));
}

/** A mentor chosen for a person, and whether it is not the one they asked for. */
export interface Choice {
	readonly mentor: Mentor;
	/** They asked for a different mentor and there is none, or for the same one, who has left. */
	readonly isSubstitute: boolean;
}

/**
 * Chooses the mentor of a person who is to have one: the one they had while they are on the list,
 * or a different one where that was the wish; otherwise a drawn one.
 *
 * @param ownId The person's own user id: they cannot be their own mentor.
 * @param now Milliseconds since 1970.
 * @param random A number from 0 up to, but not including, 1.
 * @returns `null` where the wiki has no mentor to give.
 */
export function chooseMentor(
	mentors: readonly Mentor[],
	memory: Memory,
	ownId: number,
	now: number,
	random: number,
): Choice | null {
	const previous = findMentor(mentors, memory.mentor);
	const wantsAnother = memory.pending === 'differentMentor';
	const draw = () => drawMentor(mentors, previous ? [ownId, previous.id] : [ownId], now, random);
	const mentor = wantsAnother ? (draw() ?? previous) : (previous ?? draw());
	return mentor
		? { mentor, isSubstitute: wantsAnother ? mentor === previous : !!memory.mentor && !previous }
		: null;
}
