import { extensionPageTitle, thresholdsThatCount, type WikiFacts } from '../domain/thresholds.ts';
import type { WikiApi } from './api.ts';
import { findPage, type PagesAnswer } from './revision.ts';

/** The revision by which the extension’s page took the thresholds over. */
export interface Handover {
	readonly user: string;
	/** Milliseconds since 1970. */
	readonly time: number;
	readonly diffUrl: string;
}

/** Back from the latest; a wiki that has had the block for longer knows about it. */
const revisionsLookedAt = 50;

/** `null` where that was too long ago to be found, or the wiki does not say: nothing depends on it. */
export async function findHandover(api: WikiApi, wiki: WikiFacts): Promise<Handover | null> {
	try {
		return await readHandover(api, wiki);
	} catch (error) {
		mw.log.warn('Mentorship: when the settings moved is unknown.', error);
		return null;
	}
}

async function readHandover(api: WikiApi, wiki: WikiFacts): Promise<Handover | null> {
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

/**
 * Whether the wiki's own configuration holds the thresholds.
 *
 * @param text What is on the extension's page; `undefined` where there is none.
 */
export function isElsewhere(wiki: WikiFacts, text: string | undefined): boolean {
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
