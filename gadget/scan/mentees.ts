import { ApiError, type ApiParameters } from '../wiki/api.ts';
import {
	either,
	type Guard,
	type Guarded,
	isInteger,
	isNull,
	isText,
	isTruth,
	listOf,
	mapOf,
	objectOf,
	optional,
} from '../wiki/shape.ts';

/** A mentor on the wiki's list. */
export interface ListedMentor {
	readonly id: number;
	readonly name: string;
}

/** Accounts that are to be looked up: user ids, and each one's mentor as an index into the list. */
export interface AssignedMentees {
	readonly ids: readonly number[];
	readonly mentors: readonly number[];
}

/** Accounts with their facts, a column each. */
export interface MenteeBatch extends AssignedMentees {
	readonly names: readonly string[];
	readonly editCounts: readonly number[];
	/** Milliseconds since 1970; NaN where it is unknown. */
	readonly registrations: readonly number[];
}

/** Active editors, and from which name on there are more; `null`: there are no more. */
export interface EditorBatch {
	readonly batch: MenteeBatch;
	readonly next: string | null;
}

/** Where a wiki's mentees are found; each method is one request. */
export interface MenteeSource {
	/** How many accounts the person can look up at a time. */
	findBatchSize(signal: AbortSignal): Promise<number>;
	/** The listed mentors; `null` on a wiki that does not know who is a mentee. */
	findMentors(signal: AbortSignal): Promise<ListedMentor[] | null>;
	/** The user ids of a mentor's mentees. */
	findMentees(mentor: ListedMentor, signal: AbortSignal): Promise<number[]>;
	/** Leaves out accounts that are gone or blocked for good: they have no mentorship. */
	lookUp(assigned: AssignedMentees, signal: AbortSignal): Promise<MenteeBatch>;
	/** About how many editors were active in the last 30 days. */
	countActiveEditors(signal: AbortSignal): Promise<number>;
	/** @param from The first name; '' for all. */
	findActiveEditors(from: string, batchSize: number, signal: AbortSignal): Promise<EditorBatch>;
}

/** The wiki's Action API, for many requests in a row. */
export interface ScanApi {
	/**
	 * Asks until the wiki answers.
	 *
	 * @throws ApiError Where it was busy too often, or refused.
	 * @throws The signal's reason once that is aborted.
	 */
	get(parameters: ApiParameters, signal: AbortSignal): Promise<unknown>;
}

const isAccount = objectOf({
	userid: optional(isInteger),
	name: optional(isText),
	missing: optional(isTruth),
	invalid: optional(isTruth),
	editcount: optional(isInteger),
	/** ISO 8601; null from `list=users` and '' from `list=allusers` where it is unknown. */
	registration: optional(either(isNull, isText)),
	blockexpiry: optional(isText),
	blockpartial: optional(isTruth),
});

const isMentorsAnswer = objectOf({
	growthmentorlist: optional(mapOf(objectOf({ username: isText }))),
});
const isMenteesAnswer = objectOf({
	growthmentormentee: objectOf({ mentees: listOf(objectOf({ id: isInteger })) }),
});
const isUsersAnswer = objectOf({ query: objectOf({ users: listOf(isAccount) }) });
const isEditorsAnswer = objectOf({
	continue: optional(objectOf({ aufrom: isText })),
	query: objectOf({ allusers: listOf(isAccount) }),
});
const isRightsAnswer = objectOf({
	query: objectOf({ userinfo: objectOf({ rights: listOf(isText) }) }),
});
const isStatisticsAnswer = objectOf({
	query: objectOf({ statistics: objectOf({ activeusers: isInteger }) }),
});

const properties = 'editcount|registration|blockinfo';

export function createMenteeSource(api: ScanApi): MenteeSource {
	/** @throws ApiError also where the answer is not what MediaWiki answers. */
	async function query<Answer>(
		isRight: Guard<Answer>,
		parameters: ApiParameters,
		signal: AbortSignal,
	): Promise<Answer> {
		const answer = await api.get({ action: 'query', ...parameters }, signal);
		if (!isRight(answer)) {
			throw new ApiError('server');
		}
		return answer;
	}

	return {
		async findBatchSize(signal) {
			const answer = await query(isRightsAnswer, { meta: 'userinfo', uiprop: 'rights' }, signal);
			return answer.query.userinfo.rights.includes('apihighlimits') ? 500 : 50;
		},

		async findMentors(signal) {
			// Without the extension MediaWiki only warns that it does not know this list.
			const { growthmentorlist } = await query(
				isMentorsAnswer,
				{ list: 'growthmentorlist' },
				signal,
			);
			return growthmentorlist
				? Object.entries(growthmentorlist).map(([id, { username }]) => ({
						id: Number(id),
						name: username,
					}))
				: null;
		},

		async findMentees({ name }, signal) {
			const parameters = { list: 'growthmentormentee', gemmmentor: name };
			const { growthmentormentee } = await query(isMenteesAnswer, parameters, signal);
			return growthmentormentee.mentees.map(({ id }) => id);
		},

		async lookUp({ ids, mentors }, signal) {
			const parameters = { list: 'users', ususerids: ids.join('|'), usprop: properties };
			const answer = await query(isUsersAnswer, parameters, signal);
			const mentorOf = new Map(ids.map((id, index) => [id, mentors[index] ?? 0]));
			return batchOf(answer.query.users, (id) => mentorOf.get(id) ?? 0);
		},

		async countActiveEditors(signal) {
			const parameters = { meta: 'siteinfo', siprop: 'statistics' };
			return (await query(isStatisticsAnswer, parameters, signal)).query.statistics.activeusers;
		},

		async findActiveEditors(from, batchSize, signal) {
			const parameters = {
				list: 'allusers',
				auactiveusers: 1,
				auexcludegroup: 'bot',
				auexcludetemp: 1,
				auprop: properties,
				aulimit: batchSize,
				...(from && { aufrom: from }),
			};
			const answer = await query(isEditorsAnswer, parameters, signal);
			const next = answer.continue?.aufrom ?? null;
			if (next === from) {
				// It would go on for ever.
				throw new ApiError('server');
			}
			return { batch: batchOf(answer.query.allusers, () => 0), next };
		},
	};
}

function batchOf(
	accounts: ReadonlyArray<Guarded<typeof isAccount>>,
	mentorOf: (id: number) => number,
): MenteeBatch {
	const present = accounts.filter(
		({ userid, missing, invalid, blockexpiry, blockpartial }) =>
			userid && !missing && !invalid && (blockexpiry !== 'infinite' || blockpartial),
	);
	const ids = present.map(({ userid }) => userid ?? 0);
	return {
		ids,
		mentors: ids.map(mentorOf),
		names: present.map(({ name }) => name ?? ''),
		editCounts: present.map(({ editcount }) => editcount ?? 0),
		registrations: present.map(({ registration }) => Date.parse(registration ?? '')),
	};
}
