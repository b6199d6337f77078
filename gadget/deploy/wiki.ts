import * as z from 'zod';
import type { PoliteClient } from '../terminal/politeClient.ts';
import { ApiError, type ApiParameters } from '../wiki/api.ts';

/** A page as it is on the wiki. */
export interface WikiPage {
	readonly title: string;
	/** `null`: there is no such page. */
	readonly text: string | null;
	/** 0: there is no such page. */
	readonly revision: number;
	/** Why the user may not edit it, in the wiki's own words; `null`: they may. */
	readonly refusal: string | null;
}

/** What deploying reads from a wiki. */
export type Wiki = ReturnType<typeof createWiki>;
export type Site = Awaited<ReturnType<Wiki['readSite']>>;
export type WikiUser = Awaited<ReturnType<Wiki['readUser']>>;

const query = <Shape extends z.ZodRawShape>(shape: Shape) => z.object({ query: z.object(shape) });

const siteAnswer = query({
	general: z.object({
		sitename: z.string(),
		lang: z.string(),
		fallback: z.array(z.object({ code: z.string() })).optional(),
		generator: z.string(),
		articlepath: z.string(),
	}),
	extensions: z.array(z.object({ name: z.string() })).optional(),
	gadgets: z.array(z.object({ id: z.string() })).optional(),
});
const userAnswer = query({
	userinfo: z.object({
		name: z.string(),
		anon: z.boolean().optional(),
		rights: z.array(z.string()),
	}),
});
const slots = z.object({ main: z.object({ content: z.string() }) });
const pagesAnswer = query({
	normalized: z.array(z.object({ from: z.string(), to: z.string() })).optional(),
	pages: z.array(
		z.object({
			title: z.string(),
			actions: z.object({ edit: z.array(z.object({ text: z.string() })) }),
			revisions: z.tuple([z.object({ revid: z.number(), slots })]).optional(),
		}),
	),
});
const listAnswer = query({ allpages: z.array(z.object({ title: z.string() })) }).extend({
	continue: z.object({ apcontinue: z.string() }).optional(),
});
/** What is hidden of a revision is missing. */
const pastRevision = z.object({
	comment: z.string().optional(),
	slots: z.object({ main: slots.shape.main.partial() }).optional(),
});
const historyAnswer = query({
	pages: z.array(z.object({ revisions: z.array(pastRevision).optional() })),
});
const tokenAnswer = query({ tokens: z.record(z.string(), z.string()) });

/** As many titles as any account may ask for at once. */
const titlesAtOnce = 50;

/** Each request can throw {@link ApiError}. @param api Its address, for the addresses beside it. */
export function createWiki(client: PoliteClient, api: URL) {
	const ask = async <Answer>(schema: z.ZodType<Answer>, parameters: ApiParameters) =>
		parseAnswer(schema, await client.get({ action: 'query', ...parameters }));

	async function readRevisions(titles: string, rvlimit: number, rvprop: string) {
		const parameters = { prop: 'revisions', titles, rvprop, rvslots: 'main', rvlimit };
		const [page] = (await ask(historyAnswer, parameters)).query.pages;
		return page?.revisions ?? [];
	}

	return {
		async readSite() {
			const answer = await ask(siteAnswer, {
				...{ meta: 'siteinfo', siprop: 'general|extensions' },
				...{ list: 'gadgets', gaprop: 'id' },
			});
			const { general, extensions, gadgets } = answer.query;
			const has = (extension: string) => extensions?.some(({ name }) => name === extension);
			return {
				name: general.sitename,
				/** As `MediaWiki 1.43.9`. */
				version: general.generator,
				/** Of its content, such as `de-at`, and those it falls back to. */
				languages: [general.lang, ...(general.fallback ?? []).map(({ code }) => code)],
				/** The address of a page. */
				pageAddress: (title: string) => {
					const path = encodeURIComponent(title.replaceAll(' ', '_'));
					const shown = path.replaceAll('%3A', ':').replaceAll('%2F', '/');
					const address = general.articlepath.replace('$1', () => shown);
					return new URL(address, api).href;
				},
				/** ResourceLoader's address. */
				load: new URL('load.php', api),
				/** As far as it says. */
				hasGadgets: has('Gadgets') ?? true,
				hasGrowthExperiments: has('GrowthExperiments') ?? false,
				/** The gadgets it knows; `null`: it does not say. The extension omits an empty list. */
				gadgets: gadgets?.map(({ id }) => id) ?? (has('Gadgets') ? [] : null),
			};
		},

		/** Who asks; without a name they are logged out. */
		async readUser() {
			const answer = await ask(userAnswer, { meta: 'userinfo', uiprop: 'rights' });
			const { name, anon, rights } = answer.query.userinfo;
			return { name: anon ? null : name, rights: new Set(rights) };
		},

		/** In the order asked. */
		async readPages(titles: readonly string[]): Promise<WikiPage[]> {
			const pages: WikiPage[] = [];
			for (let start = 0; start < titles.length; start += titlesAtOnce) {
				const some = titles.slice(start, start + titlesAtOnce);
				const answer = await ask(pagesAnswer, {
					...{ prop: 'info|revisions', titles: some.join('|') },
					...{ rvprop: 'ids|content', rvslots: 'main' },
					...{ intestactions: 'edit', intestactionsdetail: 'full' },
				});
				pages.push(...some.map((title) => findPage(title, answer.query)));
			}
			return pages;
		},

		/** The pages of the MediaWiki namespace that begin so. */
		async listPages(apprefix: string): Promise<string[]> {
			const titles: string[] = [];
			const list = { list: 'allpages', apnamespace: 8, aplimit: 'max', apprefix };
			let more: { apcontinue?: string } | undefined = {};
			while (more !== undefined) {
				const answer: z.infer<typeof listAnswer> = await ask(listAnswer, { ...list, ...more });
				titles.push(...answer.query.allpages.map(({ title }) => inEnglish(title)));
				more = answer.continue;
			}
			return titles;
		},

		/** The edit summaries of a page's latest revisions, the latest first. */
		async readSummaries(title: string, limit: number): Promise<string[]> {
			const revisions = await readRevisions(title, limit, 'ids|comment');
			return revisions.map(({ comment = '' }) => comment);
		},

		/** The page before so many of its latest revisions; `null`: there was none. */
		async readTextBefore(title: string, revisions: number): Promise<string | null> {
			const past = await readRevisions(title, revisions + 1, 'ids|content');
			if (past.length <= revisions) {
				return null;
			}
			const text = past[revisions]?.slots?.main.content;
			if (text === undefined) {
				throw new ApiError('no-answer', `It does not show what ${title} said before.`);
			}
			return text;
		},
	};
}

function findPage(
	title: string,
	{ normalized = [], pages }: z.infer<typeof pagesAnswer>['query'],
): WikiPage {
	const local = normalized.find(({ from }) => from === title)?.to ?? title;
	const page = pages.find((found) => found.title === local);
	const revision = page?.revisions?.[0];
	return {
		title,
		text: revision?.slots.main.content ?? null,
		revision: revision?.revid ?? 0,
		refusal: page?.actions.edit[0]?.text ?? null,
	};
}

/** A wiki may call the namespace in its own language. */
function inEnglish(title: string): string {
	return `MediaWiki:${title.slice(title.indexOf(':') + 1)}`;
}

/** @param type `csrf` or `login` */
export async function readToken(client: PoliteClient, type: 'csrf' | 'login'): Promise<string> {
	const answer = await client.get({ action: 'query', meta: 'tokens', type });
	return parseAnswer(tokenAnswer, answer).query.tokens[`${type}token`] ?? '';
}

/** @throws ApiError Where the answer is not what MediaWiki answers. */
export function parseAnswer<Answer>(schema: z.ZodType<Answer>, answer: unknown): Answer {
	const { success, data, error } = schema.safeParse(answer);
	if (!success) {
		const [issue] = error.issues;
		throw new ApiError('no-answer', `It lacks “${issue?.path.join('.')}” in its answer.`);
	}
	return data;
}
