import { extensionPageTitle, gadgetPageTitle, type WikiFacts } from '../domain/thresholds.ts';
import { ApiError, type WikiApi } from './api.ts';
import { findHandover, type Handover, isElsewhere } from './handover.ts';
import { findPage, type PagesAnswer, type Revision, revisionOf } from './revision.ts';
import { findEditorGroups } from './settingsEditors.ts';

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
	/** It has been saved in the meantime, by the person in another tab or by someone else. */
	| { readonly kind: 'conflict'; readonly revision: Revision | null; readonly isOwn: boolean };

export interface ThresholdsPage {
	/** @throws ApiError */
	load(): Promise<LoadedPage>;
	/**
	 * Saves the page unless its latest revision is not the one that the change is based on.
	 *
	 * @throws ApiError With the wiki's reason.
	 */
	save(text: string, summary: string, base: Revision | null): Promise<SaveResult>;
	/** `null` where that was too long ago to be found, or the wiki does not say. */
	findHandover(): Promise<Handover | null>;
	/** The groups whose members may edit the page, as the wiki calls them; none where it does not say. */
	findEditors(): Promise<string[]>;
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

	const conflictWith = (revision: Revision | null): SaveResult => ({
		kind: 'conflict',
		revision,
		isOwn: revision?.user === userName,
	});

	return {
		load,

		async save(text, summary, base) {
			// MediaWiki finds no conflict with one's own edit in another tab.
			const { revision } = await load();
			if (revision?.id !== base?.id) {
				return conflictWith(revision);
			}
			try {
				return await edit(text, summary, base);
			} catch (error) {
				if (error instanceof ApiError && conflictCodes.includes(error.code)) {
					return conflictWith((await load()).revision);
				}
				throw error;
			}
		},

		findHandover: () => findHandover(api, wiki),
		findEditors: () => findEditorGroups(api),
	};
}
