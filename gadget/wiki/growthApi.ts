import { type Mentor, readMentors } from '../domain/mentors.ts';
import { ApiError, type WikiApi } from './api.ts';

/** What GrowthExperiments adds to the Action API, as far as it is needed here. */
export interface GrowthApi {
	/** Opts the person in or out; "already so" is success. @throws ApiError */
	setState(state: 'enabled' | 'optout'): Promise<void>;
	/**
	 * Makes somebody on the list of mentors the mentor of a mentee; "already so" is success. It
	 * leaves a public log entry.
	 *
	 * @returns Whether the wiki accepted; not where that person is no mentor any more.
	 * @throws ApiError where the refusal passes: somebody tries again, or the next visit does.
	 */
	setMentor(mentee: string, mentor: string, reason: string): Promise<boolean>;
	readMentors(): Promise<Mentor[]>;
}

/** Refusals that pass. */
const passing = /^(offline|timeout|server|readonly|ratelimited|badtoken|maxlag|assert|internal)/;

const alreadyMentor = 'growthexperiments-homepage-claimmentee-already-mentor';
const sameState = 'growthexperiments-setmenteestatus-no-change';

export function createGrowthApi(api: WikiApi): GrowthApi {
	return {
		setState: (state) => allowing(sameState, api.post({ action: 'growthsetmenteestatus', state })),

		async setMentor(mentee, mentor, reason) {
			try {
				await allowing(
					alreadyMentor,
					api.post({ action: 'growthsetmentor', mentee, mentor, reason }),
				);
				return true;
			} catch (error) {
				if (!(error instanceof ApiError) || passing.test(error.code)) {
					throw error;
				}
				return false;
			}
		},

		async readMentors() {
			const answer = await api.get<{ growthmentorlist?: unknown }>({
				action: 'query',
				list: 'growthmentorlist',
			});
			return readMentors({ Mentors: answer.growthmentorlist });
		},
	};
}

/** Takes a refusal that says "already so" for the success that it is. */
async function allowing(code: string, request: Promise<unknown>): Promise<void> {
	try {
		await request;
	} catch (error) {
		if (!(error instanceof ApiError && error.code === code)) {
			throw error;
		}
	}
}
