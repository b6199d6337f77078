/** The user's own option that holds the memory: private to them, and the same on every device. */
export const memoryOption = 'userjs-mentorship';

/** A mentor as remembered. On `growth` a page gives only the name; on `plain` the user id counts, names change. */
export interface RememberedMentor {
	readonly name: string;
	readonly id?: number | undefined;
}

/** Which mentor a person asked for, where they had one before. */
export type Wish = 'sameMentor' | 'differentMentor';

/**
 * What one person's option remembers. It is written before the step it protects, so that a closed
 * tab or a lost network is finished at the next visit, not repeated.
 */
export interface Memory {
	readonly version: 1;
	/** `plain` only, where the wiki keeps no state: opted out by hand. Absent: in mentorship. */
	readonly state?: 'optedOut' | undefined;
	/** The mentor they have, or had last. */
	readonly mentor?: RememberedMentor | undefined;
	/** ISO 8601; when the rule opted them out (`growth` only: `plain` asks the rule at each visit). */
	readonly graduatedAt?: string | undefined;
	/**
	 * ISO 8601; when they were opted out before the wiki had stored their mentor (`growth` only): a
	 * job that comes late may make them that mentor's mentee after all.
	 */
	readonly unstoredAt?: string | undefined;
	/** ISO 8601; when they first asked for a mentor. From then on the rule leaves them alone. */
	readonly askedAt?: string | undefined;
	/** What was begun and is still to be done. */
	readonly pending?: 'graduation' | Wish | undefined;
}

export const emptyMemory: Memory = { version: 1 };

/**
 * Reads the memory from the option's text. Each field that is not of its type is dropped by itself,
 * so that a damaged document still says that the person asked.
 *
 * @param text The option's value; `null` where it is not set.
 * @returns `null` where a newer version of the gadget wrote it: then it is left alone.
 */
export function readMemory(text: unknown): Memory | null {
	let found: Partial<Record<keyof Memory, unknown>> = {};
	try {
		found = Object(JSON.parse(text as string));
	} catch {
		// Another script, or the person, put something else there: nothing is remembered.
	}
	const { version, state, mentor, graduatedAt, unstoredAt, askedAt, pending } = found;
	return (version as number) > 1
		? null
		: {
				version: 1,
				state: state === 'optedOut' ? state : undefined,
				mentor: isRememberedMentor(mentor) ? mentor : undefined,
				graduatedAt: readTime(graduatedAt),
				unstoredAt: readTime(unstoredAt),
				askedAt: readTime(askedAt),
				pending: oneOf(pending, ['graduation', 'sameMentor', 'differentMentor']),
			};
}

/** Whether the option's text may say that something is still to be done: the loader's quick look. */
export function mayBeUnfinished(text: unknown): boolean {
	return /"(pending|unstoredAt)"/.test(String(text));
}

function oneOf<Word>(value: unknown, allowed: readonly Word[]): Word | undefined {
	return allowed.find((word) => word === value);
}

/** That it happened counts, even where a damaged document no longer says when. */
function readTime(value: unknown): string | undefined {
	return value ? (typeof value === 'string' ? value : 'unknown') : undefined;
}

function isRememberedMentor(value: unknown): value is RememberedMentor {
	const { name, id } = Object(value);
	return (
		typeof name === 'string' &&
		name !== '' &&
		(id === undefined || (Number.isInteger(id) && id > 0))
	);
}

/** Whether the person has ever asked for a mentor, as far as the gadget knows. */
export function hasAsked(memory: Memory): boolean {
	return !!memory.askedAt;
}

/**
 * Whether the rule has opted the person out and that is done. If the wiki says that they are in
 * mentorship all the same, they have asked for it in another way: with the gadget off, or on a page
 * of the extension's own. (`growth` only: on `plain` nothing but the gadget changes anything.)
 */
export function hasGraduated(memory: Memory): boolean {
	return !!memory.graduatedAt && memory.pending !== 'graduation';
}

/**
 * Whether it goes without saying that the person asked for a mentor, once the wiki no longer has them
 * opted out: the rule opted them out, and only a wish undoes that. So the wish need not be remembered
 * before it is granted. (`growth` only.)
 */
export function isReturnEvident(memory: Memory): boolean {
	return hasGraduated(memory) && !hasAsked(memory);
}

/**
 * Before the rule opts a person out: their mentor is remembered. While something begun is not
 * finished, the mentor whom the wiki names may be one drawn in between, so the remembered one is kept.
 *
 * @param mentor Whom the wiki, or the page, says they have.
 * @param now The wiki's time, in milliseconds since 1970.
 * @param isStored Whether the wiki has stored that; a mentor drawn a moment ago it stores later.
 */
export function rememberGraduation(
	memory: Memory,
	mentor: RememberedMentor | undefined,
	now: number,
	isStored = true,
): Memory {
	const remembered = memory.pending ? memory.mentor : mentor || memory.mentor;
	const time = new Date(now).toISOString();
	return {
		...memory,
		...(remembered && { mentor: remembered }),
		graduatedAt: memory.graduatedAt || time,
		unstoredAt: isStored ? undefined : time,
		pending: 'graduation',
	};
}

/** Where a graduation was begun, but the wiki never heard of it and the rule no longer asks for it. */
export function forgetGraduation(memory: Memory): Memory {
	return { ...memory, graduatedAt: undefined, unstoredAt: undefined, pending: undefined };
}

/** After the last step of what was begun. */
export function rememberDone(memory: Memory): Memory {
	return { ...memory, pending: undefined };
}

/** When no job can come late any more. */
export function rememberStored(memory: Memory): Memory {
	return { ...memory, unstoredAt: undefined };
}

/**
 * Before a person who asks for a mentor gets one.
 *
 * @param wish Which mentor they asked for.
 * @param now Milliseconds since 1970; the first time is kept.
 */
export function rememberAsked(memory: Memory, wish: Wish, now: number): Memory {
	return {
		...memory,
		state: undefined,
		askedAt: memory.askedAt || new Date(now).toISOString(),
		pending: wish,
	};
}

/** The mentor the person has now: nothing is left to be done. */
export function rememberMentor(memory: Memory, mentor: RememberedMentor): Memory {
	return { ...memory, mentor, unstoredAt: undefined, pending: undefined };
}

/** When the person opts out by hand on `plain`; their mentor is kept in case they come back. */
export function rememberOptOut(memory: Memory): Memory {
	return { ...rememberDone(memory), state: 'optedOut' };
}
