import type { Page } from 'playwright';
import { beforeAll, beforeEach } from 'vitest';
import {
	extensionPageTitle,
	type Thresholds,
	thresholdsKey,
} from '../../gadget/domain/thresholds.ts';
import { settle } from '../support/settle.ts';
import type { WikiSession } from '../support/wikiUnderTest.ts';
import { mentorOf, statusOf } from './growthHomepage.ts';
import { type Traffic, watchTraffic } from './growthTraffic.ts';
import { type Arrival, openStage, type Prepare, type Stage } from './stage.ts';
import { type Experience, freshName, readOption, saveOption, type Visitor } from './visitor.ts';

const stateOption = 'growthexperiments-homepage-mentorship-enabled';

/** Has the gadget's loader, and nothing of mentorship. */
export const elsewhere = 'Special:Watchlist';

/** This mentor is never drawn: a person who has them got them by name. */
export const namedMentor = 'Mentor3';

/** The text of GrowthExperiments' own page of settings, with thresholds or without. */
export function ownConfiguration(thresholds?: Partial<Record<keyof Thresholds, unknown>>): string {
	const block = thresholds && { [thresholdsKey]: thresholds };
	return JSON.stringify({ GEMentorshipEnabled: true, ...block });
}

/** What the wiki says of a person. */
export interface Standing {
	readonly status: string;
	readonly mentor: string | null;
	/** GrowthExperiments' own option: 1 enabled, 2 opted out, 50 enabled explicitly (from 1.45 on). */
	readonly state: number;
}

/** An enrolled person for whom nothing has changed. */
export const untouched = { mentor: namedMentor, state: 1 };
export const optedOut: Standing = { status: 'optout', mentor: null, state: 2 };
export const hasNamedMentor = { status: 'enabled', mentor: namedMentor };

/** A stage that has Special:Homepage. */
export interface GrowthStage extends Stage {
	/** A person in mentorship, with {@link namedMentor} unless told; `null`: without one. */
	enroll(who: Experience, more?: Enrolled): Promise<Visitor>;
	/** Opens a page in a new tab and waits until nothing is on its way to the wiki any more. */
	open(
		visitor: Visitor,
		title: string,
		parameters?: Readonly<Record<string, string>>,
	): Promise<{ readonly page: Page; readonly traffic: Traffic }>;
	standingOf(visitor: Visitor): Promise<Standing>;
	/** Public log entries about a person's mentor, the newest first: what happened, and the reason given. */
	logOf(visitor: Visitor): Promise<ReadonlyArray<{ action: string; reason: string }>>;
}

export interface Enrolled extends Arrival {
	readonly mentor?: string | null;
	/** As {@link Standing} has it; 1 unless told. */
	readonly state?: number;
}

/** As {@link openStage}; GrowthExperiments' own page has no thresholds. */
export function stageGrowth(prepare: Prepare): GrowthStage {
	const stage = openStage(prepare);
	let loggedOut: WikiSession;
	beforeAll(async () => {
		loggedOut = await stage.wiki.logIn(null);
	});
	beforeEach(() => stage.wiki.savePage(extensionPageTitle, ownConfiguration()));

	const more: Omit<GrowthStage, keyof Stage> = {
		async enroll(who, { mentor = namedMentor, state = 1, memory, ...person } = {}) {
			const visitor = await stage.arrive(who, { name: freshName('Mentee'), ...person });
			const { session, name: mentee } = visitor;
			await session.post(
				mentor === null
					? { action: 'growthsetmenteestatus', state: 'optout' }
					: { action: 'growthsetmentor', mentee, mentor },
			);
			// Choosing a mentor is asking for one, from 1.45 on.
			await setState(session, state);
			if (memory) {
				await visitor.writeMemory({ version: 1, ...memory });
			}
			return visitor;
		},
		async open(visitor, title, parameters) {
			let traffic: Traffic = { reads: [], writes: [], gadgets: [] };
			const page = await visitor.open(title, parameters, (tab) => {
				traffic = watchTraffic(tab);
			});
			await settle(page);
			return { page, traffic };
		},
		async standingOf({ session, name }) {
			const [status, mentor, state] = await Promise.all([
				statusOf(session),
				mentorOf(loggedOut, name, stage.prepared.mentors),
				readOption(session, stateOption),
			]);
			return { status, mentor, state: Number(state) };
		},
		async logOf({ name }) {
			const answer = await loggedOut.get({
				...{ action: 'query', list: 'logevents', letitle: `User:${name}` },
				...{ letype: 'growthexperiments', leprop: 'type|comment' },
			});
			const entries: Array<{ action: string; comment: string }> = Object(answer).query.logevents;
			return entries.map(({ action, comment }) => ({ action, reason: comment }));
		},
	};
	return Object.assign(stage, more);
}

/** What a person does on the wiki itself, by the extension's own means. */
export async function setStatus(
	{ session }: Pick<Visitor, 'session'>,
	state: 'enabled' | 'disabled' | 'optout',
): Promise<void> {
	await session.post({ action: 'growthsetmenteestatus', state });
}

/** Changes the option alone: who is whose mentee stays as it is. */
export const setState = (session: WikiSession, state: number): Promise<void> =>
	saveOption(session, stateOption, String(state));
