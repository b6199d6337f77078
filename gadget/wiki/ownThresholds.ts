import { readThresholds, type Thresholds, thresholdsKey } from '../domain/thresholds.ts';
import type { WikiApi } from './api.ts';
import { wikiMayOwnThresholds } from './homepage.ts';
import { type AnsweredPage, contentOf, contentParameters } from './pageContent.ts';

/** GrowthExperiments' own page of settings, which MediaWiki 1.45 and later know the block on. */
const ownPageTitle = 'MediaWiki:GrowthExperimentsMentorship.json';

/** In milliseconds: as long as browsers keep ResourceLoader's word for the gadget's own page. */
const keptFor = 300_000;

/** `undefined`: the wiki has none of its own. `null`: they are wrong, so the rule is off. */
type OwnThresholds = Thresholds | null | undefined;

/** The wiki's own thresholds as this browser asked for them lately; `unknown`: they are to be asked for. */
export function readKnownThresholds(): OwnThresholds | 'unknown' {
	if (!wikiMayOwnThresholds()) {
		return undefined;
	}
	try {
		const [time, page] = JSON.parse(localStorage.getItem(storageKey()) as string);
		return Date.now() - time < keptFor ? thresholdsOn(page) : 'unknown';
	} catch {
		// Nothing kept, or no storage: the wiki is asked.
		return 'unknown';
	}
}

/** Asks the wiki for its own thresholds, with one request, and keeps the answer. @throws ApiError */
export async function fetchOwnThresholds(api: WikiApi): Promise<OwnThresholds> {
	const answer = await api.get<PageAnswer>({
		action: 'query',
		...contentParameters,
		titles: ownPageTitle,
	});
	const text = contentOf(answer.query?.pages?.[0]);
	const page: Record<string, unknown> = Object(parse(text));
	try {
		const block = { [thresholdsKey]: page[thresholdsKey] };
		localStorage.setItem(storageKey(), JSON.stringify([Date.now(), block]));
	} catch (error) {
		mw.log(error);
	}
	return thresholdsOn(page);
}

interface PageAnswer {
	readonly query?: { readonly pages?: readonly AnsweredPage[] };
}

function parse(text: string | undefined): unknown {
	try {
		return JSON.parse(text ?? 'null');
	} catch (error) {
		mw.log.warn(ownPageTitle, error);
		return null;
	}
}

function thresholdsOn(page: Record<string, unknown>): OwnThresholds {
	return page[thresholdsKey] === undefined ? undefined : readThresholds(page);
}

function storageKey(): string {
	return `mentorship-thresholds-${mw.config.get('wgDBname')}`;
}
