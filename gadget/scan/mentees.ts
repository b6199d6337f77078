import type { PoliteApi } from '../wiki/politeApi.ts';

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

/** Where a wiki's mentees are found; each method is one request or, iterated, one at a time. */
export interface MenteeSource {
	/** How many accounts the person can look up at a time. */
	findBatchSize(signal: AbortSignal): Promise<number>;
	/** The listed mentors; `null` on a wiki that does not know who is a mentee. */
	findMentors(signal: AbortSignal): Promise<ListedMentor[] | null>;
	/** The user ids of each mentor's mentees. */
	menteesOf(mentors: readonly ListedMentor[], signal: AbortSignal): AsyncIterable<number[]>;
	/** Leaves out accounts that are gone or blocked for good: they have no mentorship. */
	lookUp(assigned: AssignedMentees, signal: AbortSignal): Promise<MenteeBatch>;
	/** About how many editors were active in the last 30 days. */
	countActiveEditors(signal: AbortSignal): Promise<number>;
	/** @param from The first name; '' for all. */
	activeEditors(from: string, batchSize: number, signal: AbortSignal): AsyncIterable<EditorBatch>;
}

interface Account {
	readonly userid?: number;
	readonly name: string;
	readonly missing?: boolean;
	readonly invalid?: boolean;
	readonly editcount?: number;
	/** ISO 8601; null from `list=users` and '' from `list=allusers` where it is unknown. */
	readonly registration?: string | null;
	readonly blockexpiry?: string;
	readonly blockpartial?: boolean;
}

interface MentorsAnswer {
	readonly growthmentorlist?: Readonly<Record<string, { readonly username: string }>>;
}

interface MenteesAnswer {
	readonly growthmentormentee?: { readonly mentees?: ReadonlyArray<{ readonly id: number }> };
}

interface UsersAnswer {
	readonly query?: { readonly users?: readonly Account[] };
}

interface EditorsAnswer {
	readonly continue?: { readonly aufrom?: string };
	readonly query?: { readonly allusers?: readonly Account[] };
}

interface RightsAnswer {
	readonly query?: { readonly userinfo?: { readonly rights?: readonly string[] } };
}

interface StatisticsAnswer {
	readonly query?: { readonly statistics?: { readonly activeusers?: number } };
}

const properties = 'editcount|registration|blockinfo';

export function createMenteeSource(api: PoliteApi): MenteeSource {
	const query = <Answer>(parameters: Record<string, string | number>, signal: AbortSignal) =>
		api.get<Answer>({ action: 'query', ...parameters }, signal);

	return {
		async findBatchSize(signal) {
			const answer = await query<RightsAnswer>({ meta: 'userinfo', uiprop: 'rights' }, signal);
			return answer.query?.userinfo?.rights?.includes('apihighlimits') ? 500 : 50;
		},

		async findMentors(signal) {
			// Without the extension MediaWiki only warns that it does not know this list.
			const { growthmentorlist } = await query<MentorsAnswer>({ list: 'growthmentorlist' }, signal);
			return growthmentorlist
				? Object.entries(growthmentorlist).map(([id, { username }]) => ({
						id: Number(id),
						name: username,
					}))
				: null;
		},

		async *menteesOf(mentors, signal) {
			for (const { name } of mentors) {
				const answer = await query<MenteesAnswer>(
					{ list: 'growthmentormentee', gemmmentor: name },
					signal,
				);
				yield (answer.growthmentormentee?.mentees ?? []).map(({ id }) => id);
			}
		},

		async lookUp({ ids, mentors }, signal) {
			const answer = await query<UsersAnswer>(
				{ list: 'users', ususerids: ids.join('|'), usprop: properties },
				signal,
			);
			const mentorOf = new Map(ids.map((id, index) => [id, mentors[index] ?? 0]));
			return batchOf(answer.query?.users, (id) => mentorOf.get(id) ?? 0);
		},

		async countActiveEditors(signal) {
			const answer = await query<StatisticsAnswer>(
				{ meta: 'siteinfo', siprop: 'statistics' },
				signal,
			);
			return answer.query?.statistics?.activeusers ?? 0;
		},

		async *activeEditors(from, batchSize, signal) {
			let next: string | null = from;
			while (next !== null) {
				const answer: EditorsAnswer = await query<EditorsAnswer>(
					{
						list: 'allusers',
						auactiveusers: 1,
						auexcludegroup: 'bot',
						auexcludetemp: 1,
						auprop: properties,
						aulimit: batchSize,
						...(next && { aufrom: next }),
					},
					signal,
				);
				next = answer.continue?.aufrom ?? null;
				yield { batch: batchOf(answer.query?.allusers, () => 0), next };
			}
		},
	};
}

function batchOf(accounts: readonly Account[] = [], mentorOf: (id: number) => number): MenteeBatch {
	const present = accounts.filter(
		({ userid, missing, invalid, blockexpiry, blockpartial }) =>
			userid && !missing && !invalid && (blockexpiry !== 'infinite' || blockpartial),
	);
	const ids = present.map(({ userid }) => userid ?? 0);
	return {
		ids,
		mentors: ids.map(mentorOf),
		names: present.map(({ name }) => name),
		editCounts: present.map(({ editcount }) => editcount ?? 0),
		registrations: present.map(({ registration }) => Date.parse(registration ?? '')),
	};
}
