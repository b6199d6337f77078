import {
	extensionPageTitle,
	gadgetPageTitle,
	thresholdsThatCount,
	type WikiFacts,
} from '../domain/thresholds.ts';
import { ApiError, type WikiApi } from './api.ts';
import { findEditorGroups } from './settingsEditors.ts';

export interface Revision {
	readonly id: number;
	/** Who saved it; '' where that is hidden. */
	readonly user: string;
	readonly text: string;
}

/** The configuration page as it was when it was loaded. */
export interface LoadedPage {
	/** `null`: there is no such page. */
	readonly revision: Revision | null;
	/** Why the person may not edit it, as MediaWiki's codes; empty where they may. */
	readonly refusals: readonly string[];
	/** The wiki's own configuration holds the thresholds. */
	readonly isElsewhere: boolean;
}

/** How a save ended, if it was not refused. */
export type SaveResult =
	| { readonly kind: 'saved'; readonly revision: Revision; readonly diffUrl: string }
	/** The page holds exactly this already. */
	| { readonly kind: 'unchanged' }
	/** It has been saved in the meantime, by someone else or in another tab; `null`: deleted. */
	| { readonly kind: 'conflict'; readonly revision: Revision | null };

/** The revision of the extension's page that brought the thresholds there. */
export interface Arrival {
	readonly user: string;
	/** Milliseconds since 1970. */
	readonly time: number;
	readonly diffUrl: string;
}

export interface ThresholdsPage {
	/** Who saves; '' for a person logged out. */
	readonly userName: string;
	/** @throws ApiError */
	load(): Promise<LoadedPage>;
	/**
	 * Saves the page unless its latest revision is not the one that the change is based on.
	 *
	 * @throws ApiError With the wiki's reason.
	 */
	save(text: string, summary: string, base: Revision | null): Promise<SaveResult>;
	/** `null` where that was too long ago to be found, or the wiki does not say. */
	findArrival(): Promise<Arrival | null>;
	/** The groups whose members may edit the page, as the wiki calls them; none where it does not say. */
	findEditors(): Promise<string[]>;
}

interface PageAnswer {
	readonly title: string;
	readonly revisions?: ReadonlyArray<{
		readonly revid: number;
		readonly user?: string;
		/** ISO 8601. */
		readonly timestamp?: string;
		readonly slots?: { readonly main?: { readonly content?: string } };
	}>;
	readonly actions?: { readonly edit?: ReadonlyArray<{ readonly code?: string }> };
}

interface PagesAnswer {
	readonly query?: {
		readonly pages?: readonly PageAnswer[];
		readonly normalized?: ReadonlyArray<{ readonly from: string; readonly to: string }>;
	};
}

interface EditAnswer {
	readonly edit?: {
		readonly result?: string;
		readonly nochange?: boolean;
		readonly oldrevid?: number;
		readonly newrevid?: number;
		readonly captcha?: unknown;
		readonly code?: string;
		readonly info?: string;
	};
}

/** Back from the latest; a wiki that has had the block for longer knows about it. */
const revisionsLookedAt = 50;

/** The page is not as it was when it was loaded. */
const conflictCodes = ['editconflict', 'articleexists', 'missingtitle'];

/**
 * @param userName The person's name, for the revisions they save; '' where they are logged out.
 * @param title The page to be edited: the gadget's, or the extension's.
 */
export function createThresholdsPage(
	api: WikiApi,
	wiki: WikiFacts,
	userName: string,
	title = gadgetPageTitle,
): ThresholdsPage {
	async function load(): Promise<LoadedPage> {
		const answer = await api.get<PagesAnswer>({
			action: 'query',
			titles: [...new Set([title, extensionPageTitle])].join('|'),
			prop: 'revisions|info',
			rvprop: 'ids|user|content',
			rvslots: 'main',
			intestactions: 'edit',
			intestactionsdetail: 'full',
		});
		const page = findPage(answer, title);
		return {
			revision: revisionOf(page),
			refusals: (page?.actions?.edit ?? []).map(({ code = '' }) => code),
			isElsewhere: isElsewhere(wiki, revisionOf(findPage(answer, extensionPageTitle))?.text),
		};
	}

	async function edit(text: string, summary: string, base: Revision | null): Promise<SaveResult> {
		const { edit: answer = {} } = await api.post<EditAnswer>({
			action: 'edit',
			title,
			text,
			summary,
			...(base ? { baserevid: base.id, nocreate: 1 } : { createonly: 1 }),
		});
		const { result, nochange, newrevid, oldrevid } = answer;
		if (result !== 'Success') {
			throw new ApiError(answer.captcha ? 'captcha' : (answer.code ?? 'server'), answer.info);
		}
		if (nochange || !newrevid) {
			return { kind: 'unchanged' };
		}
		return {
			kind: 'saved',
			revision: { id: newrevid, user: userName, text },
			diffUrl: mw.util.getUrl(
				title,
				oldrevid ? { diff: newrevid, oldid: oldrevid } : { oldid: newrevid },
			),
		};
	}

	async function findArrival(): Promise<Arrival | null> {
		const answer = await api.get<PagesAnswer>({
			action: 'query',
			titles: extensionPageTitle,
			prop: 'revisions',
			rvprop: 'ids|user|timestamp|content',
			rvslots: 'main',
			rvlimit: revisionsLookedAt,
		});
		const revisions = findPage(answer, extensionPageTitle)?.revisions ?? [];
		const before = revisions.findIndex(({ slots }) => !isElsewhere(wiki, slots?.main?.content));
		const first = revisions[before < 0 ? revisions.length - 1 : before - 1];
		return first && (before > 0 || revisions.length < revisionsLookedAt)
			? {
					user: first.user ?? '',
					time: Date.parse(first.timestamp ?? ''),
					diffUrl: mw.util.getUrl(extensionPageTitle, { diff: first.revid, oldid: 'prev' }),
				}
			: null;
	}

	return {
		userName,
		load,

		async save(text, summary, base) {
			// MediaWiki finds no conflict with one's own edit in another tab.
			const { revision: latest } = await load();
			if (latest?.id !== base?.id) {
				return { kind: 'conflict', revision: latest };
			}
			try {
				return await edit(text, summary, base);
			} catch (error) {
				if (error instanceof ApiError && conflictCodes.includes(error.code)) {
					return { kind: 'conflict', revision: (await load()).revision };
				}
				throw error;
			}
		},

		async findArrival() {
			try {
				return await findArrival();
			} catch (error) {
				// Nothing depends on it.
				mw.log.warn('Mentorship: when the settings moved is unknown.', error);
				return null;
			}
		},

		findEditors: () => findEditorGroups(api),
	};
}

/** A page of the answer by its canonical title, which a wiki may have translated. */
function findPage({ query }: PagesAnswer, title: string): PageAnswer | undefined {
	const local = query?.normalized?.find(({ from }) => from === title)?.to ?? title;
	return query?.pages?.find((page) => page.title === local);
}

function revisionOf(page: PageAnswer | undefined): Revision | null {
	const revision = page?.revisions?.[0];
	return revision
		? {
				id: revision.revid,
				user: revision.user ?? '',
				text: revision.slots?.main?.content ?? '',
			}
		: null;
}

/** @param text What is on the extension's page; `undefined` where there is none. */
function isElsewhere(wiki: WikiFacts, text: string | undefined): boolean {
	return thresholdsThatCount(wiki, undefined, parse(text)).owner === 'extension';
}

/** @returns `null` where it is not JSON, as {@link thresholdsThatCount} takes it. */
function parse(text: string | undefined): unknown {
	if (text === undefined) {
		return undefined;
	}
	try {
		return JSON.parse(text);
	} catch (error) {
		mw.log.warn(`Mentorship: ${extensionPageTitle} is not valid.`, error);
		return null;
	}
}
