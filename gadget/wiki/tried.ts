import { keep, readKept } from './kept.ts';

const day = 86_400_000;

/** For how long something is not tried again in this browser, in milliseconds. */
const spans = {
	/** The wiki refused what was to be done for somebody. */
	refused: day,
	/** Somebody had no mentor whom the rule could free. */
	noMentor: 30 * day,
};

/** @param userId Several people may use one browser. */
export function wasTried(what: keyof typeof spans, userId: number): boolean {
	return readKept(`${what}-${userId}`, spans[what]) !== undefined;
}

export function noteTried(what: keyof typeof spans, userId: number): void {
	keep(`${what}-${userId}`, 1, spans[what]);
}
