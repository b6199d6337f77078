import { hasAsked, hasGraduated, type Memory } from './memory.ts';
import type { MenteeFacts, MentorshipState } from './mentee.ts';
import {
	type CountingThresholds,
	leastExperience,
	nearness,
	type Thresholds,
} from './thresholds.ts';

const millisecondsPerDay = 86_400_000;

/**
 * Whether somebody has both enough edits and an old enough account, whether or not the rule is on.
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
 * Whether the rule opts somebody out: it is on, they are in mentorship without ever having asked
 * for it, and they meet both thresholds.
 *
 * @param asked Whether they have ever asked for a mentor themselves.
 * @param now Milliseconds since 1970.
 */
export function shouldGraduate(
	state: MentorshipState,
	asked: boolean,
	facts: MenteeFacts,
	thresholds: Thresholds,
	now: number,
): boolean {
	return (
		thresholds.enabled && state === 'enabled' && !asked && meetsThresholds(facts, thresholds, now)
	);
}

/** What a page says of somebody, without a request. */
export interface PageFacts {
	/** The host's gadget: `growth` where the wiki keeps state and mentor; else the memory is all there is. */
	readonly gadget: 'card' | 'growth';
	/** The page is the host's place, where mentorship shows; on `plain`, as far as the loader looks. */
	readonly isPlace: boolean;
	readonly mentee: MenteeFacts;
	/** Where the wiki does not keep it: `enabled`. */
	readonly state: MentorshipState;
	/** The wiki has it that they asked for a mentor (state 50). */
	readonly isExplicit: boolean;
	/** Something is remembered of them, whatever that is. */
	readonly hasMemory: boolean;
	/** Something that is remembered may be still to be done. */
	readonly mayBeUnfinished: boolean;
	/** `undefined`: not known without asking the wiki. */
	readonly counting: CountingThresholds | undefined;
}

/**
 * Whether the page needs more than the loader: the hidden gadget, which reads the memory, draws and
 * acts. Whoever is below the thresholds and was left alone needs nothing.
 *
 * @param now Milliseconds since 1970.
 */
export function needsGadget(facts: PageFacts, now: number): boolean {
	const { gadget, isPlace, hasMemory, counting, mentee } = facts;
	if (gadget === 'card') {
		return isPlace;
	}
	if (hasMemory) {
		return isPlace || facts.mayBeUnfinished || facts.state === 'enabled';
	}
	if (!isLeftAlone(facts)) {
		// Before 1.45, the wiki keeps no trace of a press on its own "Get a mentor": ours remembers it.
		return isPlace && facts.state === 'optedOut' && isOn(counting);
	}
	return counting
		? meetsCounting(facts, now, counting.owner === 'extension' ? nearness : 1)
		: meetsThresholds(mentee, leastExperience, now);
}

/**
 * Whether the rule opts somebody out for the first time, so that the card on the page is wrong.
 *
 * @param now Milliseconds since 1970.
 */
export function graduatesAtSight(facts: PageFacts, now: number): boolean {
	return !facts.hasMemory && isLeftAlone(facts) && meetsCounting(facts, now);
}

/** In mentorship without having asked for it, as far as the wiki knows. */
function isLeftAlone({ state, isExplicit }: PageFacts): boolean {
	return state === 'enabled' && !isExplicit;
}

/** Whether the thresholds that count are known and on, and somebody meets that share of both. */
function meetsCounting(
	{ counting, mentee }: Pick<PageFacts, 'counting' | 'mentee'>,
	now: number,
	share?: number,
): boolean {
	return isOn(counting) && meetsThresholds(mentee, counting.thresholds, now, share);
}

function isOn(
	counting: CountingThresholds | undefined,
): counting is CountingThresholds & { thresholds: Thresholds } {
	return !!counting && !!counting.thresholds && counting.thresholds.enabled;
}

/** Somebody on a page, and all that is known of them there. */
export interface Situation extends Omit<PageFacts, 'hasMemory' | 'mayBeUnfinished'> {
	readonly memory: Memory;
	/** The wiki has a rule of its own, be it on or off, and so state 50. */
	readonly hasOwnRule: boolean;
	/** The wiki refused something within the last day. */
	readonly wasRefused: boolean;
}

/** Which card shows at the host's place: the one that is there without the gadget, or one of two. */
export type CardKind = 'asItIs' | 'mentor' | 'optedOut';

/**
 * What is to be done where the wiki keeps state and mentor:
 *
 * - `graduate`: opt them out by the rule.
 * - `finish`: what was begun.
 * - `comeBack`: they are in mentorship again by another way, so they asked for it.
 * - `keepIn`: tell the wiki that they asked, so that its own rule leaves them alone.
 * - `rememberMentor`: before the wiki's own rule opts them out and forgets whom they had.
 * - `dropMentor`: the one whom a late job may have given to somebody opted out.
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

/** @param now Milliseconds since 1970. */
export function decideCard(situation: Situation, now: number): CardKind {
	const { isPlace, state } = situation;
	if (!isPlace || state === 'disabled') {
		return 'asItIs';
	}
	return state === 'optedOut' || graduates(situation, now) ? 'optedOut' : 'mentor';
}

/**
 * @param now Milliseconds since 1970; of the wiki, where something is written.
 * @param hadNoMentor They had none when the wiki was asked for one within the last month.
 * @returns `null`: nothing is to be done.
 */
export function decideTask(situation: Situation, now: number, hadNoMentor: boolean): Task | null {
	const { memory, state, mentee, counting, isExplicit } = situation;
	if (situation.gadget === 'card' || situation.wasRefused) {
		return null;
	}
	if (graduates(situation, now)) {
		return situation.isPlace || !hadNoMentor ? 'graduate' : null;
	}
	if (memory.pending) {
		return 'finish';
	}
	if (state !== 'enabled') {
		const isLate = now - Date.parse(memory.unstoredAt ?? '') >= lateJobSpan;
		return state === 'optedOut' && isLate ? 'dropMentor' : null;
	}
	if (hasAsked(memory)) {
		return situation.hasOwnRule && !isExplicit ? 'keepIn' : null;
	}
	if (hasGraduated(memory) || (isExplicit && memory.mentor)) {
		return 'comeBack';
	}
	if (isExplicit) {
		return null;
	}
	if (!counting) {
		return meetsThresholds(mentee, leastExperience, now) ? 'readThresholds' : null;
	}
	return counting.owner === 'extension' &&
		!memory.mentor &&
		!hadNoMentor &&
		meetsCounting(situation, now, nearness)
		? 'rememberMentor'
		: null;
}

function graduates(situation: Situation, now: number): boolean {
	const { gadget, memory, isExplicit, counting, wasRefused } = situation;
	const asked = isExplicit || hasAsked(memory) || (gadget === 'growth' && hasGraduated(memory));
	return (
		!wasRefused &&
		!!counting &&
		!!counting.thresholds &&
		shouldGraduate(situation.state, asked, situation.mentee, counting.thresholds, now)
	);
}
