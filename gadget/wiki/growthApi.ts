import type { Memory } from '../domain/memory.ts';
import type { Mentor } from '../domain/mentors.ts';
import type { Situation } from '../domain/rule.ts';
import {
	type CountingThresholds,
	extensionPageTitle,
	hasOwnRule,
	thresholdsThatCount,
	type WikiFacts,
} from '../domain/thresholds.ts';
import { isBlocked } from './accounts.ts';
import { ApiError, type WikiApi } from './api.ts';
import { keepExtensionPage } from './countingThresholds.ts';
import { readState, stateOption } from './growthState.ts';
import {
	freshOptionsParameters,
	type OptionsAnswer,
	optionsIn,
	readFreshMemory,
	saveMemory,
} from './memoryOption.ts';
import { contentParameters } from './pageContent.ts';
import { valueAt } from './valueAt.ts';

/** A mentor as the extension has read them from its list. */
export interface GrowthMentor extends Pick<Mentor, 'id' | 'name' | 'weight'> {
	/** Milliseconds since 1970, long ago where they are not away; NaN: it cannot be read, so they are. */
	readonly awayUntil: number;
}

/** What the wiki says of the person at one moment. */
export interface Moment extends Pick<Situation, 'state' | 'isExplicit'> {
	/** The wiki's time, in milliseconds since 1970: the person's clock may be wrong. */
	readonly now: number;
	readonly memory: Memory;
	/** From all of the wiki. */
	readonly isBlocked: boolean;
	readonly mentors: readonly GrowthMentor[];
	/** As {@link GrowthApi.readMentor} gives it. */
	readonly mentor: string;
	readonly counting: CountingThresholds;
}

/** What GrowthExperiments adds to the Action API, as far as it is needed here. All throw ApiError. */
export interface GrowthApi {
	/** Reads what a change starts from, in two requests at once. */
	readMoment(): Promise<Moment>;
	/** The primary mentor of the person, as the wiki has stored it; '' where there is none. */
	readMentor(): Promise<string>;
	/** Whether a person may not edit anywhere, or there is no such account. */
	isOut(userId: number): Promise<boolean>;
	/** Opts the person in or out; "already so" is success. */
	setState(state: 'enabled' | 'disabled' | 'optout'): Promise<void>;
	/** Makes a listed mentor the person's; "already so" is success. */
	setMentor(mentor: string): Promise<void>;
	/** Frees the mentor of a person who is opted out. Any mentor may be named: none is set. */
	dropMentor(anyMentor: string): Promise<void>;
	readOption(name: string): Promise<unknown>;
	saveMemory(memory: Memory): Promise<void>;
	/** Tells the wiki that the person asked for a mentor. */
	setOption(name: string, value: number): Promise<void>;
}

const alreadyMentor = 'growthexperiments-homepage-claimmentee-already-mentor';
const isOptedOut = 'growthexperiments-homepage-claimmentee-opt-out';
const sameState = 'growthexperiments-setmenteestatus-no-change';

interface MomentAnswer extends OptionsAnswer {
	readonly curtimestamp?: string;
	readonly growthmentorlist: object;
}

/**
 * @param userName The person's own.
 * @param gadgetPage The gadget's page of thresholds, parsed; anything at all.
 */
export function createGrowthApi(
	api: WikiApi,
	userName: string,
	wiki: WikiFacts,
	gadgetPage: unknown,
): GrowthApi {
	// The log is public: no reason says that a person had left.
	const claim = (mentor: string) =>
		api.post({ action: 'growthsetmentor', mentee: userName, mentor, reason: '' });

	async function readMentor(): Promise<string> {
		const answer = await api.get({
			action: 'expandtemplates',
			prop: 'wikitext',
			text: `{{#mentor:${userName}}}`,
		});
		const wikitext = valueAt(answer, 'expandtemplates', 'wikitext');
		if (typeof wikitext !== 'string') {
			throw new ApiError('server');
		}
		// Left as it was where the wiki does not know the function: it has no mentors to give.
		return wikitext.includes('{{') ? '' : wikitext.trim();
	}

	return {
		async readMoment() {
			const [answer, mentor] = await Promise.all([
				api.get<MomentAnswer>({
					action: 'query',
					curtimestamp: 1,
					...freshOptionsParameters,
					uiprop: 'options|blockinfo',
					list: 'growthmentorlist',
					...contentParameters,
					titles: extensionPageTitle,
				}),
				readMentor(),
			]);
			const now = Date.parse(String(answer.curtimestamp));
			const list = answer.growthmentorlist;
			// What cannot be read is not absent.
			if (!now || list !== Object(list)) {
				throw new ApiError('server');
			}
			return {
				now,
				memory: readFreshMemory(answer),
				...readState(optionsIn(answer)[stateOption], hasOwnRule(wiki)),
				isBlocked: isBlocked(valueAt(answer, 'query', 'userinfo')),
				mentors: readMentors(list),
				mentor,
				counting: thresholdsThatCount(
					wiki,
					gadgetPage,
					keepExtensionPage(valueAt(answer, 'query', 'pages', 0)),
				),
			};
		},

		readMentor,

		async isOut(userId) {
			const answer = await api.get({
				action: 'query',
				list: 'users',
				ususerids: userId,
				usprop: 'blockinfo',
			});
			const user = valueAt(answer, 'query', 'users', 0);
			return isBlocked(user) || !!valueAt(user, 'missing');
		},

		setState: (state) => allowing(sameState, api.post({ action: 'growthsetmenteestatus', state })),

		setMentor: (mentor) => allowing(alreadyMentor, claim(mentor)),

		dropMentor: (anyMentor) => allowing(isOptedOut, claim(anyMentor)),

		async readOption(name) {
			return optionsIn(await api.get({ action: 'query', ...freshOptionsParameters }))[name];
		},

		saveMemory: (memory) => saveMemory(api, memory),

		async setOption(optionname, optionvalue) {
			await api.post({ action: 'options', optionname, optionvalue });
		},
	};
}

/** @param list By user id. */
function readMentors(list: object): GrowthMentor[] {
	return Object.entries(list).map(([id, entry]) => {
		const { username, weight, awayTimestamp } = Object(entry);
		const awayUntil = awayTimestamp ? Date.parse(awayTimestamp) : 0;
		return { id: Number(id), name: username, weight, awayUntil };
	});
}

/** Takes a refusal that says "already so" for the success that it is. */
async function allowing(code: string, request: Promise<unknown>): Promise<void> {
	try {
		await request;
	} catch (error) {
		if (Object(error).code !== code) {
			throw error;
		}
	}
}
