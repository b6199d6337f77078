import { keep, readKept } from './kept.ts';

const day = 86_400_000;

/** For how long something is not tried again in this browser, in milliseconds. */
const spans = {
	/** The wiki refused what was to be done for the person. */
	refused: day,
	/** The person had no mentor whom the rule could free. */
	noMentor: 30 * day,
};

export function wasTried(what: keyof typeof spans): boolean {
	return !!readKept(ownName(what), spans[what]);
}

export function noteTried(what: keyof typeof spans): void {
	keep(ownName(what), 1, spans[what]);
}

/** Several people may use one browser. */
function ownName(what: string): string {
	return `${what}-${mw.config.get('wgUserId')}`;
}
