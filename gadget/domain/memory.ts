/** The user's own option that holds the memory: private to them, and the same on every device. */
export const memoryOption = 'userjs-mentorship';

/** A mentor as remembered. On `growth` a page gives only the name; on `plain` the user id counts, names change. */
export interface RememberedMentor {
	readonly name: string;
	readonly id?: number;
}

/** Which mentor somebody asked for, where they had one before. */
export type Wish = 'sameMentor' | 'differentMentor';

/**
 * What one person's option remembers. It is written before the step it protects, so that a closed
 * tab or a lost network is finished at the next visit, not repeated.
 */
export interface Memory {
	readonly version: 1;
	/** `plain` only, where the wiki keeps no state: opted out by hand. Absent: in mentorship. */
	readonly state?: 'optedOut';
	/** The mentor they have, or had last. */
	readonly mentor?: RememberedMentor;
	/** ISO 8601; when the rule opted them out (`growth` only: `plain` asks the rule at each visit). */
	readonly graduatedAt?: string;
	/** ISO 8601; when they first asked for a mentor. From then on the rule leaves them alone. */
	readonly askedAt?: string;
	/** What was begun and is still to be done. */
	readonly pending?: 'graduation' | Wish;
}

export const emptyMemory: Memory = { version: 1 };

/**
 * Parses the option's text as far as a decision needs: whether `state`, `askedAt`, `graduatedAt` and
 * `pending` are there. Whoever uses more of it calls {@link readMemory}, which agrees with this on
 * those four for any text (a property test says so).
 *
 * @param text The option's value; `null` where it is not set.
 * @returns `null` where a newer version of the gadget wrote it: then it is left alone.
 */
export function parseMemory(text: unknown): Memory | null {
	// As `emptyMemory`: the constant would cost the loader 7 B, and it has 6.
	let memory: Memory = { version: 1 };
	try {
		memory = Object(JSON.parse(text as string));
	} catch {
		// Another script, or the person, put something else there: nothing is remembered.
	}
	return (memory.version as number) > 1 ? null : memory;
}

/**
 * Reads the whole memory from the option's text. Each field that is not of its type is dropped by
 * itself, so that a damaged document still says that somebody asked.
 *
 * @returns `null` as {@link parseMemory} does.
 */
export function readMemory(text: unknown): Memory | null {
	const memory = parseMemory(text);
	return (
		memory && {
			version: 1,
			...(memory.state === 'optedOut' && { state: memory.state }),
			...(isRememberedMentor(memory.mentor) && { mentor: memory.mentor }),
			...(memory.graduatedAt && { graduatedAt: readTime(memory.graduatedAt) }),
			...(memory.askedAt && { askedAt: readTime(memory.askedAt) }),
			...(isPending(memory.pending) && { pending: memory.pending }),
		}
	);
}

/** That it happened counts, even where a damaged document no longer says when. */
function readTime(value: unknown): string {
	return typeof value === 'string' ? value : 'unknown';
}

function isRememberedMentor(value: unknown): value is RememberedMentor {
	const { name, id } = Object(value);
	return (
		typeof name === 'string' &&
		name !== '' &&
		(id === undefined || (Number.isInteger(id) && id > 0))
	);
}

function isPending(value: unknown): boolean {
	return value === 'graduation' || value === 'sameMentor' || value === 'differentMentor';
}

/** Whether somebody has ever asked for a mentor, as far as the gadget knows. */
export function hasAsked(memory: Memory): boolean {
	return !!memory.askedAt;
}

/**
 * Whether the rule has opted somebody out and that is done. If the wiki says that they are in
 * mentorship all the same, they have asked for it in another way: with the gadget off, or on a page
 * of the extension's own. (`growth` only: on `plain` nothing but the gadget changes anything.)
 */
export function hasGraduated(memory: Memory): boolean {
	return !!memory.graduatedAt && memory.pending !== 'graduation';
}

/**
 * Before the rule opts somebody out: their mentor is remembered. While something begun is not
 * finished, the mentor on the page may be one drawn in between, so the remembered one is kept.
 *
 * @param now Milliseconds since 1970.
 */
export function rememberGraduation(
	memory: Memory,
	mentor: RememberedMentor | undefined,
	now: number,
): Memory {
	const remembered = memory.pending ? memory.mentor : (mentor ?? memory.mentor);
	return {
		...memory,
		...(remembered && { mentor: remembered }),
		graduatedAt: memory.graduatedAt ?? new Date(now).toISOString(),
		pending: 'graduation',
	};
}

/** After the last step of what was begun. */
export function rememberDone({ pending: _done, ...memory }: Memory): Memory {
	return memory;
}

/**
 * Before somebody who asks for a mentor gets one.
 *
 * @param wish Which mentor they asked for.
 * @param now Milliseconds since 1970; the first time is kept.
 */
export function rememberAsked(
	{ state: _left, ...memory }: Memory,
	wish: Wish,
	now: number,
): Memory {
	return {
		...memory,
		askedAt: memory.askedAt ?? new Date(now).toISOString(),
		pending: wish,
	};
}

/** When somebody has got this mentor: nothing is left to be done. */
export function rememberMentor(memory: Memory, mentor: RememberedMentor): Memory {
	return { ...rememberDone(memory), mentor };
}

/** When somebody opts out by hand on `plain`; their mentor is kept in case they come back. */
export function rememberOptOut(memory: Memory): Memory {
	return { ...rememberDone(memory), state: 'optedOut' };
}
