export interface Population {
	readonly mentees: number;
	readonly mentors: number;
	/** Milliseconds since 1970: ages are counted from here. */
	readonly date: number;
}

const millisecondsPerDay = 86_400_000;
/** Days; two years. */
const oldest = 730;
/**
 * Of a Pareto distribution of edits: half of them have 7 at most, 5 in 100 a thousand. Chosen so that
 * about a tenth of all mentees pass 500 edits and 30 days without having asked.
 */
const editExponent = 0.335;
const mostEdits = 250_000;

/**
 * Makes up one mentee. Ids go up with the date of registration, as on a wiki.
 *
 * @param index From 0 up to the number of mentees.
 * @param random Gives numbers from 0 up to, but not including, 1.
 * @returns Times are in milliseconds since 1970.
 */
export function makeMentee(
	index: number,
	{ mentees, mentors, date }: Population,
	random: () => number,
) {
	const daysAgo = oldest * (1 - (index + random()) / mentees);
	const editCount = Math.min(mostEdits, Math.floor((1 - random()) ** (-1 / editExponent)) - 1);
	const isOptedOut = random() < 0.02;
	const asked = random() < 0.1;
	return {
		editCount,
		registration: random() < 0.001 ? null : Math.round(date - daysAgo * millisecondsPerDay),
		blocked: random() < 0.01,
		temporary: random() < 0.005,
		hidden: random() < 0.001,
		state: isOptedOut ? 'optedOut' : random() < 0.005 ? 'disabled' : 'enabled',
		/** An index into the mentors; `null`: they have none. */
		mentor: isOptedOut || random() < 0.01 ? null : Math.floor(random() * mentors),
		/** When they asked for a mentor; `null`: never. */
		askedAt: asked ? Math.round(date - daysAgo * random() * millisecondsPerDay) : null,
	};
}

/**
 * A sequence of numbers that looks like chance and is the same for the same seed: the generator
 * mulberry32, public domain, by Tommy Ettinger.
 *
 * @param seed A whole number.
 * @returns A function that gives numbers from 0 up to, but not including, 1.
 */
export function createRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let bits = Math.imul(state ^ (state >>> 15), state | 1);
		bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
		return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
	};
}
