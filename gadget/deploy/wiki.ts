import * as z from 'zod';
import type { PoliteClient } from '../terminal/politeClient.ts';
import { ApiError } from '../wiki/api.ts';

/** A page as it is on the wiki. */
export interface WikiPage {
	readonly title: string;
	/** `null`: there is no such page. */
	readonly text: string | null;
	/** 0: there is no such page. */
	readonly revision: number;
	/** Why whoever asks may not edit it, in the wiki's own words; `null`: they may. */
	readonly refusal: string | null;
}

/** What deploying needs of a wiki; each request can throw {@link ApiError}. */
export interface Wiki {
	readSite(): Promise<Site>;
	readUser(): Promise<WikiUser>;
	/** In the order asked. */
	readPages(titles: readonly string[]): Promise<WikiPage[]>;
	/**
	 * Saves a page if it is still as it was read.
	 *
	 * @returns The revision that it has now.
	 */
	save(page: WikiPage, text: string, summary: string): Promise<number>;
	delete(title: string, reason: string): Promise<void>;
	/** The pages of the MediaWiki namespace that begin so. */
	listPages(prefix: string): Promise<string[]>;
	/** A page's latest revisions, the latest first. */
	readHistory(title: string, limit: number): Promise<PastRevision[]>;
	/** The page before its latest revisions, so many; `null`: there was none. */
	readTextBefore(title: string, revisions: number): Promise<string | null>;
}

export interface PastRevision {
	readonly summary: string;
	/** `null` where it is hidden, or was not asked for. */
	readonly text: string | null;
}

export interface Site {
	readonly name: string;
	/** As `MediaWiki 1.43.9`. */
	readonly version: string;
	/** Of its content, such as `de-at`, and those it falls back to. */
	readonly languages: readonly string[];
	/** The address of a page. */
	readonly pageAddress: (title: string) => string;
	readonly hasGrowthExperiments: boolean;
	/** ResourceLoader's address. */
	readonly load: URL;
	/** Whether it has the extension Gadgets, as far as it says. */
	readonly hasGadgets: boolean;
	/** The gadgets it knows; `null` where it does not say. */
	readonly gadgets: readonly string[] | null;
}

export interface WikiUser {
	/** `null`: logged out. */
	readonly name: string | null;
	readonly rights: ReadonlySet<string>;
}

const siteAnswer = z.object({
	query: z.object({
		general: z.object({
			sitename: z.string(),
			lang: z.string(),
			fallback: z.array(z.object({ code: z.string() })).optional(),
			generator: z.string(),
			articlepath: z.string(),
		}),
		extensions: z.array(z.object({ name: z.string() })).optional(),
		gadgets: z.array(z.object({ id: z.string() })).optional(),
	}),
});
const userAnswer = z.object({
	query: z.object({
		userinfo: z.object({
			name: z.string(),
			anon: z.boolean().optional(),
			rights: z.array(z.string()),
		}),
	}),
});
const pagesAnswer = z.object({
	query: z.object({
		normalized: z.array(z.object({ from: z.string(), to: z.string() })).optional(),
		pages: z.array(
			z.object({
				title: z.string(),
				lastrevid: z.number().optional(),
				actions: z.object({ edit: z.array(z.object({ text: z.string() })) }),
				revisions: z
					.tuple([
						z.object({
							revid: z.number(),
							slots: z.object({ main: z.object({ content: z.string() }) }),
						}),
					])
					.optional(),
			}),
		),
	}),
});
const listAnswer = z.object({
	query: z.object({ allpages: z.array(z.object({ title: z.string() })) }),
	continue: z.object({ apcontinue: z.string() }).optional(),
});
const historyAnswer = z.object({
	query: z.object({
		pages: z.array(
			z.object({
				revisions: z
					.array(
						z.object({
							comment: z.string().optional(),
							slots: z.object({ main: z.object({ content: z.string().optional() }) }).optional(),
						}),
					)
					.optional(),
			}),
		),
	}),
});
const tokenAnswer = z.object({ query: z.object({ tokens: z.record(z.string(), z.string()) }) });
const editAnswer = z.object({
	edit: z.object({
		result: z.string(),
		/** Why an extension refuses, as the captcha does. */
		info: z.string().optional(),
		code: z.string().optional(),
		nochange: z.boolean().optional(),
		oldrevid: z.number().optional(),
		newrevid: z.number().optional(),
	}),
});

/** As many titles as anybody may ask for at once. */
const titlesAtOnce = 50;

export interface WikiDependencies {
	readonly client: PoliteClient;
	/** Its address, for the addresses beside it. */
	readonly api: URL;
	/** Says what a filter warned of. */
	readonly note: (line: string) => void;
}

export function createWiki({ client, api, note }: WikiDependencies): Wiki {
	let csrf: Promise<string> | null = null;
	/** Whoever edits as a bot, and may. */
	let bot: Readonly<Record<string, string>> = {};

	/** Sends a change in the name of whoever is logged in; a stale token is renewed once. */
	async function change(parameters: Readonly<Record<string, string>>): Promise<unknown> {
		csrf ??= readToken(client, 'csrf');
		const send = async () =>
			client.post({ ...parameters, assert: 'user', token: (await csrf) ?? '' });
		try {
			return await send();
		} catch (error) {
			if (!(error instanceof ApiError && error.code === 'badtoken')) {
				throw error;
			}
			csrf = readToken(client, 'csrf');
			return send();
		}
	}

	/** A filter that only warns lets the same change pass the second time, in the same session. */
	async function pastWarning<Result>(title: string, send: () => Promise<Result>): Promise<Result> {
		try {
			return await send();
		} catch (error) {
			if (!(error instanceof ApiError && /-warning$/.test(error.code))) {
				throw error;
			}
			note(`A filter of the wiki warns about ${title}, which is sent again: ${error.text}`);
			return send();
		}
	}

	async function edit(parameters: Readonly<Record<string, string>>) {
		const answer = await change({ action: 'edit', watchlist: 'nochange', ...bot, ...parameters });
		const { result, code, info, ...saved } = parseAnswer(editAnswer, answer).edit;
		if (result !== 'Success') {
			throw new ApiError(code ?? 'edit-refused', info ?? result);
		}
		return saved;
	}

	return {
		async readSite() {
			const answer = await client.get({
				...{ action: 'query', meta: 'siteinfo', siprop: 'general|extensions' },
				...{ list: 'gadgets', gaprop: 'id' },
			});
			const { general, extensions, gadgets } = parseAnswer(siteAnswer, answer).query;
			const has = (extension: string) => extensions?.some(({ name }) => name === extension);
			return {
				name: general.sitename,
				version: general.generator,
				languages: [general.lang, ...(general.fallback ?? []).map(({ code }) => code)],
				pageAddress: (title) => {
					const path = encodeURIComponent(title.replaceAll(' ', '_'));
					const shown = path.replaceAll('%3A', ':').replaceAll('%2F', '/');
					return new URL(
						general.articlepath.replace('$1', () => shown),
						api,
					).href;
				},
				load: new URL('load.php', api),
				hasGadgets: has('Gadgets') ?? true,
				hasGrowthExperiments: has('GrowthExperiments') ?? false,
				// Of none, the extension says nothing.
				gadgets: gadgets?.map(({ id }) => id) ?? (has('Gadgets') ? [] : null),
			};
		},
		async readUser() {
			const answer = await client.get({ action: 'query', meta: 'userinfo', uiprop: 'rights' });
			const { name, anon, rights } = parseAnswer(userAnswer, answer).query.userinfo;
			bot = rights.includes('bot') ? { bot: '1' } : {};
			return { name: anon ? null : name, rights: new Set(rights) };
		},
		async readPages(titles) {
			const pages: WikiPage[] = [];
			for (let start = 0; start < titles.length; start += titlesAtOnce) {
				pages.push(...(await readSome(client, titles.slice(start, start + titlesAtOnce))));
			}
			return pages;
		},
		async save({ title, text: before, revision }, text, summary) {
			const base: Record<string, string> =
				before === null ? { createonly: '1' } : { nocreate: '1', baserevid: String(revision) };
			const { nochange, oldrevid, newrevid } = await pastWarning(title, () =>
				edit({ title, text, summary, ...base }),
			);
			// MediaWiki lets a person overwrite what they have changed elsewhere in the meantime.
			if (!nochange && before !== null && oldrevid !== revision) {
				throw new ApiError('editconflict', `Revision ${oldrevid} of ${title} was overwritten.`);
			}
			return newrevid ?? revision;
		},
		async delete(title, reason) {
			await pastWarning(title, () =>
				change({ action: 'delete', title, reason, watchlist: 'nochange' }),
			);
		},
		async listPages(apprefix) {
			const titles: string[] = [];
			const list = {
				action: 'query',
				list: 'allpages',
				apnamespace: '8',
				aplimit: 'max',
				apprefix,
			};
			let more: { apcontinue?: string } | undefined = {};
			while (more !== undefined) {
				const answer: z.infer<typeof listAnswer> = parseAnswer(
					listAnswer,
					await client.get({ ...list, ...more }),
				);
				titles.push(...answer.query.allpages.map(({ title }) => canonical(title)));
				more = answer.continue;
			}
			return titles;
		},
		readHistory: (title, limit) => readRevisions(client, title, limit, 'ids|comment'),
		async readTextBefore(title, revisions) {
			const past = await readRevisions(client, title, revisions + 1, 'ids|comment|content');
			if (past.length <= revisions) {
				return null;
			}
			const { text } = past[revisions] ?? { text: null };
			if (text === null) {
				throw new ApiError('no-answer', `It does not show what ${title} said before.`);
			}
			return text;
		},
	};
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

async function readSome(client: PoliteClient, titles: readonly string[]): Promise<WikiPage[]> {
	const answer = await client.get({
		...{ action: 'query', prop: 'info|revisions', titles: titles.join('|') },
		...{ rvprop: 'ids|content', rvslots: 'main' },
		...{ intestactions: 'edit', intestactionsdetail: 'full' },
	});
	const { normalized = [], pages } = parseAnswer(pagesAnswer, answer).query;
	const named = new Map(normalized.map(({ from, to }) => [from, to]));
	const found = new Map(pages.map((page) => [page.title, page]));
	return titles.map((title) => {
		const page = found.get(named.get(title) ?? title);
		const revision = page?.revisions?.[0];
		return {
			title,
			text: revision?.slots.main.content ?? null,
			revision: revision?.revid ?? 0,
			refusal: page?.actions.edit[0]?.text ?? null,
		};
	});
}

/** A wiki may call the namespace in its own language. */
function canonical(title: string): string {
	return `MediaWiki:${title.slice(title.indexOf(':') + 1)}`;
}

async function readRevisions(
	client: PoliteClient,
	title: string,
	limit: number,
	rvprop: string,
): Promise<PastRevision[]> {
	const answer = await client.get({
		...{ action: 'query', prop: 'revisions', titles: title, rvprop },
		...{ rvslots: 'main', rvlimit: limit },
	});
	const [page] = parseAnswer(historyAnswer, answer).query.pages;
	return (page?.revisions ?? []).map(({ comment = '', slots }) => ({
		summary: comment,
		text: slots?.main.content ?? null,
	}));
}
