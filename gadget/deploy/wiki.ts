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
}

export interface Site {
	readonly name: string;
	/** Of its content, such as `de`. */
	readonly language: string;
	/** ResourceLoader's address. */
	readonly load: URL;
	/** Whether it has the extension Gadgets, as far as it says. */
	readonly hasGadgets: boolean;
}

export interface WikiUser {
	/** `null`: logged out. */
	readonly name: string | null;
	readonly rights: ReadonlySet<string>;
}

const siteAnswer = z.object({
	query: z.object({
		general: z.object({ sitename: z.string(), lang: z.string() }),
		extensions: z.array(z.object({ name: z.string() })).optional(),
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
const tokenAnswer = z.object({ query: z.object({ tokens: z.record(z.string(), z.string()) }) });
const editAnswer = z.object({
	edit: z.object({
		result: z.string(),
		/** Why an extension refuses, as the captcha does. */
		info: z.string().optional(),
		nochange: z.boolean().optional(),
		oldrevid: z.number().optional(),
		newrevid: z.number().optional(),
	}),
});

/** As many titles as anybody may ask for at once. */
const titlesAtOnce = 50;

/** @param api Its address, for the addresses beside it. */
export function createWiki(client: PoliteClient, api: URL): Wiki {
	let csrf: Promise<string> | null = null;

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

	return {
		async readSite() {
			const siprop = 'general|extensions';
			const answer = await client.get({ action: 'query', meta: 'siteinfo', siprop });
			const { general, extensions } = parseAnswer(siteAnswer, answer).query;
			return {
				name: general.sitename,
				language: general.lang,
				load: new URL('load.php', api),
				hasGadgets: extensions?.some(({ name }) => name === 'Gadgets') ?? true,
			};
		},
		async readUser() {
			const answer = await client.get({ action: 'query', meta: 'userinfo', uiprop: 'rights' });
			const { name, anon, rights } = parseAnswer(userAnswer, answer).query.userinfo;
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
			const answer = await change({
				...{ action: 'edit', title, text, summary, watchlist: 'nochange' },
				...base,
			});
			const { result, info, ...saved } = parseAnswer(editAnswer, answer).edit;
			if (result !== 'Success') {
				throw new ApiError('edit-refused', info ?? result);
			}
			const { nochange, oldrevid, newrevid } = saved;
			// MediaWiki lets somebody overwrite what they have changed elsewhere in the meantime.
			if (!nochange && before !== null && oldrevid !== revision) {
				throw new ApiError('editconflict', `Revision ${oldrevid} of ${title} was overwritten.`);
			}
			return newrevid ?? revision;
		},
		async delete(title, reason) {
			await change({ action: 'delete', title, reason, watchlist: 'nochange' });
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
