import * as z from 'zod/mini';
import { configurationTitle } from '../../server-mock/loader/gadgetPages.ts';
import { defaultThresholds, readThresholds, type Thresholds } from '../domain/thresholds.ts';
import { type PoliteClient, WikiError } from '../terminal/politeClient.ts';

export interface ListedMentor {
	readonly id: number;
	readonly name: string;
}

/** One mentee whom the rule may opt out. */
export interface ListedMentee {
	readonly id: number;
	readonly name: string;
	readonly editCount: number;
	/** Milliseconds since 1970; `null`: unknown. */
	readonly registration: number | null;
}

export interface FoundThresholds extends Thresholds {
	/** The page they are from; `null`: no page has any, these are GrowthExperiments' defaults. */
	readonly page: string | null;
}

/** What a wiki says to anybody; each method is one request. */
export interface WikiFacts {
	thresholds(): Promise<FoundThresholds>;
	/** `null` on a wiki that does not know who is a mentor: without the extension. */
	mentors(): Promise<ListedMentor[] | null>;
	/** User ids. */
	menteesOf(mentor: string): Promise<number[]>;
	/**
	 * Leaves out accounts that are gone or blocked for good.
	 *
	 * @param ids At most {@link idsAtOnce}.
	 */
	lookUp(ids: readonly number[]): Promise<ListedMentee[]>;
}

/** As many as somebody logged out may ask for. */
export const idsAtOnce = 50;

/** Where the wiki's own configuration has the thresholds from MediaWiki 1.45 on. */
const growthTitle = 'MediaWiki:GrowthExperimentsMentorship.json';

const pagesAnswer = z.object({
	query: z.object({
		pages: z.array(
			z.object({
				title: z.string(),
				revisions: z.optional(
					z.array(z.object({ slots: z.object({ main: z.object({ content: z.string() }) }) })),
				),
			}),
		),
		normalized: z.optional(z.array(z.object({ from: z.string(), to: z.string() }))),
	}),
});

const mentorsAnswer = z.object({
	// PHP writes a map without entries as a list.
	growthmentorlist: z.optional(
		z.union([z.array(z.never()), z.record(z.string(), z.object({ username: z.string() }))]),
	),
});

const menteesAnswer = z.object({
	growthmentormentee: z.object({ mentees: z.array(z.object({ id: z.int() })) }),
});

const usersAnswer = z.object({
	query: z.object({
		users: z.array(
			z.object({
				userid: z.optional(z.int()),
				name: z.optional(z.string()),
				missing: z.optional(z.boolean()),
				editcount: z.optional(z.int()),
				registration: z.optional(z.nullable(z.string())),
				blockexpiry: z.optional(z.string()),
				blockpartial: z.optional(z.boolean()),
			}),
		),
	}),
});

export function createWikiFacts(client: PoliteClient): WikiFacts {
	async function query<Answer>(
		schema: z.ZodMiniType<Answer>,
		parameters: Readonly<Record<string, string>>,
	): Promise<Answer> {
		const answer = schema.safeParse(await client.get({ action: 'query', ...parameters }));
		if (!answer.success) {
			throw new WikiError(
				'no-api',
				`It does not answer ${parameters.list ?? 'pages'} as expected.`,
			);
		}
		return answer.data;
	}
	return {
		thresholds: async () => {
			const titles = `${growthTitle}|${configurationTitle}`;
			const parameters = { prop: 'revisions', rvprop: 'content', rvslots: 'main', titles };
			return findThresholds((await query(pagesAnswer, parameters)).query);
		},
		mentors: async () => {
			const { growthmentorlist } = await query(mentorsAnswer, { list: 'growthmentorlist' });
			return growthmentorlist === undefined
				? null
				: Object.entries(growthmentorlist).map(([id, entry]) => ({
						id: Number(id),
						name: (entry as { username: string }).username,
					}));
		},
		menteesOf: async (gemmmentor) => {
			const parameters = { list: 'growthmentormentee', gemmmentor };
			const { growthmentormentee } = await query(menteesAnswer, parameters);
			return growthmentormentee.mentees.map(({ id }) => id);
		},
		lookUp: async (ids) => {
			const usprop = 'editcount|registration|blockinfo';
			const parameters = { list: 'users', ususerids: ids.join('|'), usprop };
			const { users } = (await query(usersAnswer, parameters)).query;
			return users.flatMap(readUser);
		},
	};
}

type Users = z.infer<typeof usersAnswer>['query']['users'];

function readUser(user: Users[number]): ListedMentee[] {
	const { userid, name, missing, editcount = 0, registration, blockexpiry, blockpartial } = user;
	const isBlocked = blockexpiry === 'infinite' && !blockpartial;
	if (userid === undefined || name === undefined || missing || isBlocked) {
		return [];
	}
	const time = Date.parse(registration ?? '');
	return [
		{ id: userid, name, editCount: editcount, registration: Number.isNaN(time) ? null : time },
	];
}

function findThresholds({
	pages,
	normalized,
}: z.infer<typeof pagesAnswer>['query']): FoundThresholds {
	for (const title of [growthTitle, configurationTitle]) {
		// A wiki may call the namespace in its own language.
		const local = normalized?.find(({ from }) => from === title)?.to ?? title;
		const text = pages.find((page) => page.title === local)?.revisions?.[0]?.slots.main.content;
		const thresholds = readThresholds(parse(text ?? 'null'));
		if (thresholds !== null) {
			const { enabled, minEditcount, minTenureInDays } = thresholds;
			return { enabled, minEditcount, minTenureInDays, page: title };
		}
	}
	return { ...defaultThresholds, page: null };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) {
			return null;
		}
		throw error;
	}
}
