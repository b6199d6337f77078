import {
	type CountingThresholds,
	extensionPageTitle,
	extensionThresholds,
	gadgetThresholds,
	hasOwnRule,
	type WikiFacts,
} from '../domain/thresholds.ts';
import { keep, readKept } from './kept.ts';
import { contentOf } from './pageContent.ts';
import { valueAt } from './valueAt.ts';

const name = 'thresholds';

/** In milliseconds: how long the wiki is not asked again. */
const span = 3_600_000;

/**
 * The thresholds that count, without a request: from the gadget's page, and what this browser kept of
 * the extension's.
 *
 * @returns `undefined` where the wiki is to be asked for the extension's page.
 */
export function readCountingThresholds(
	wiki: WikiFacts,
	gadgetPage: unknown,
): CountingThresholds | undefined {
	const kept = hasOwnRule(wiki) ? readKept(name, span) : null;
	if (kept === undefined) {
		return undefined;
	}
	const counting = (kept as CountingThresholds | null) || gadgetThresholds(gadgetPage);
	if (!counting.thresholds) {
		mw.log.warn('mentorship.json is unusable');
	}
	return counting;
}

/**
 * The extension's page of an answer, as `thresholdsThatCount` takes it; what it says of the
 * thresholds is kept, read: it need not be read again when it is looked up.
 *
 * @param answered {@link extensionPageTitle} as `action=query` gives it.
 */
export function keepExtensionPage(answered: unknown): unknown {
	const page = parse(valueAt(answered, 'missing') ? '{}' : String(contentOf(answered)));
	keep(name, extensionThresholds(page), span);
	return page;
}

/** @returns `null` where the page cannot be read. */
function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		mw.log.warn(extensionPageTitle, error);
		return null;
	}
}
