import { hasAsked, hasGraduated, isReturnEvident, type Memory, mayBeUnfinished } from './memory.ts';
import { type MenteeFacts, type MentorshipState, storedStates } from './mentee.ts';
import {
	type CountingThresholds,
	leastExperience,
	nearness,
	type Thresholds,
} from './thresholds.ts';

const millisecondsPerDay = 86_400_000;

/**
 * Whether a person has enough edits and an old enough account, whether or not the rule is on.
 * As in GrowthExperiments 1.45: the edits at least, the age strictly more than the threshold, and
 * an unknown registration counts as long ago.
 *
 * @param now Milliseconds since 1970.
 * @param share How much of both is enough, from 0 to 1.
 */
export function meetsThresholds(
	{ editCount, registration }: MenteeFacts,
	{ minEditcount, minTenureInDays }: Omit<Thresholds, 'enabled'>,
	now: number,
	share = 1,
): boolean {
	return (
		editCount >= minEditcount * share &&
		(registration === null || now - registration > minTenureInDays * share * millisecondsPerDay)
	);
}

/**
 * Whether the rule opts a person out: it is on, they are in mentorship without ever having asked
 * for it, and they meet both thresholds.
 *
 * @param asked Whether they have ever asked for a mentor themselves.
 * @param now Milliseconds since 1970.
 */
export function shouldGraduate(
	state: MentorshipState,
	asked: boolean,
	facts: MenteeFacts,
	thresholds: Thresholds | null | undefined,
	now: number,
): boolean {
	return state === 'enabled' && !asked && areOnAndMet(thresholds, facts, now);
}

/** Whether the thresholds are known and on, and a person has that share of both. */
function areOnAndMet(
	thresholds: Thresholds | null | undefined,
	facts: MenteeFacts,
	now: number,
	share?: number,
): boolean {
	return !!thresholds && thresholds.enabled && meetsThresholds(facts, thresholds, now, share);
}

/** What a page says of a person, without a request. */
export interface PageFacts {
	/** The host's gadget. Of `card` the memory is all there is; for any other, the wiki keeps state and mentor. */
	readonly gadget: string;
	/** The page is the host's place, where mentorship shows; on `plain`, as far as the loader looks. */
	readonly isPlace: boolean;
	readonly mentee: MenteeFacts;
	/** As {@link storedStates} has it; "enabled" where the wiki does not keep it. */
	readonly storedState: number;
	/** What is remembered of them, as text; `null` where nothing is. */
	readonly remembered: unknown;
	/** `undefined`: not known without asking the wiki. */
	readonly counting: CountingThresholds | undefined;
}

/**
 * What a page needs beyond the loader: the hidden gadget, which reads the memory, draws and acts; and
 * where the rule opts the person out for the first time, that the wrong card is out of sight until then.
 * `null`: nothing.
 */
export type Need = 'load' | 'hideAndLoad' | null;

/**
 * A person below the thresholds whom the gadget has always left alone needs nothing.
 *
 * @param now Milliseconds since 1970.
 */
export function decideNeed(facts: PageFacts, now: number): Need {
	const { gadget, isPlace, remembered, storedState, counting, mentee } = facts;
	const { owner, thresholds }: Partial<CountingThresholds> = Object(counting);
	const isOptedOut = storedState === storedStates.optedOut;
	let isNeeded: boolean;
	if (remembered) {
		isNeeded = !isOptedOut || isPlace || mayBeUnfinished(remembered);
	} else if (storedState !== storedStates.enabled) {
		// Before 1.45, the wiki keeps no trace of a press on its own "Get a mentor": ours remembers it.
		isNeeded = isOptedOut && isPlace && Object(thresholds).enabled;
	} else if (isPlace && areOnAndMet(thresholds, mentee, now)) {
		return 'hideAndLoad';
	} else {
		isNeeded = counting
			? areOnAndMet(thresholds, mentee, now, owner === 'extension' ? nearness : 1)
			: meetsThresholds(mentee, leastExperience, now);
	}
	return (gadget === 'card' ? isPlace : isNeeded) ? 'load' : null;
}

/** A person on a page, and all that is known of them there. */
export interface Situation extends Pick<PageFacts, 'gadget' | 'isPlace' | 'mentee' | 'counting'> {
	/** Where the wiki does not keep it: `enabled`. */
	readonly state: MentorshipState;
	/** The wiki has it that they asked for a mentor (state 50). */
	readonly isExplicit: boolean;
	readonly memory: Memory;
	/** The wiki has a rule of its own, be it on or off, and so state 50. */
	readonly hasOwnRule: boolean;
	/** The wiki refused something within the last day. */
	readonly wasRefused: boolean;
}

/**
 * What is to be done where the wiki keeps state and mentor:
 *
 * - `graduate`: opt them out by the rule.
 * - `finish`: what was begun.
 * - `comeBack`: they are no longer opted out, so they asked for a mentor: here, and were interrupted,
 *   or in some other way.
 * - `keepIn`: tell the wiki that they asked, so that its own rule leaves them alone.
 * - `rememberMentor`: before the wiki's own rule opts them out and forgets whom they had.
 * - `dropMentor`: whom a late job may have given to a person who is opted out.
 * - `readThresholds`: nothing can be decided before.
 */
export type Task =
	| 'graduate'
	| 'finish'
	| 'comeBack'
	| 'keepIn'
	| 'rememberMentor'
	| 'dropMentor'
	| 'readThresholds';

/** In milliseconds: jobs run within minutes, even on a busy wiki. */
const lateJobSpan = 3_600_000;

/** Whether the card at a place is the opted-out one. @param now Milliseconds since 1970. */
export function isCardOptedOut(situation: Situation, now: number): boolean {
	return situation.state === 'optedOut' || isToGraduate(situation, now);
}

/**
 * @param now Milliseconds since 1970; of the wiki, where something is written.
 * @param hadNoMentor They had none when the wiki was asked for one within the last month.
 * @returns `null`: nothing is to be done.
 */
export function decideTask(situation: Situation, now: number, hadNoMentor: boolean): Task | null {
	const { memory, state, mentee, counting, isExplicit } = situation;
	if (situation.wasRefused) {
		return null;
	}
	if (isToGraduate(situation, now)) {
		return situation.isPlace || !hadNoMentor ? 'graduate' : null;
	}
	if (memory.pending) {
		return 'finish';
	}
	if (state === 'optedOut') {
		const isLate = now - Date.parse(String(memory.unstoredAt)) >= lateJobSpan;
		return isLate ? 'dropMentor' : null;
	}
	if (isReturnEvident(memory)) {
		return 'comeBack';
	}
	if (state === 'disabled') {
		return null;
	}
	if (hasAsked(memory)) {
		return situation.hasOwnRule && !isExplicit ? 'keepIn' : null;
	}
	if (isExplicit) {
		return memory.mentor ? 'comeBack' : null;
	}
	if (!counting) {
		return meetsThresholds(mentee, leastExperience, now) ? 'readThresholds' : null;
	}
	return counting.owner === 'extension' &&
		!memory.mentor &&
		!hadNoMentor &&
		areOnAndMet(counting.thresholds, mentee, now, nearness)
		? 'rememberMentor'
		: null;
}

/**
 * Whether the rule opts the person out now: the wiki has refused nothing of it lately.
 *
 * @param now Milliseconds since 1970.
 */
export function isToGraduate(situation: Situation, now: number): boolean {
	const { gadget, memory, isExplicit, state, mentee, counting } = situation;
	const asked = isExplicit || hasAsked(memory) || (gadget !== 'card' && hasGraduated(memory));
	return !situation.wasRefused && shouldGraduate(state, asked, mentee, counting?.thresholds, now);
}
