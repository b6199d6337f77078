import type { Thresholds } from '../../domain/thresholds.ts';
import type { ThresholdsPage } from '../../wiki/thresholdsPage.ts';
import { readDocument, writeDocument } from '../form/document.ts';

/** Not a text of the wiki's: who presses the button saves it in their name, and does not see it first. */
const summary = 'Move the thresholds for opting out of mentorship here from the gadget’s page';

/**
 * The thresholds on the gadget's page that are to be moved; `null` where the rule is off there, or
 * the community's page holds thresholds of its own.
 *
 * @throws ApiError
 */
export async function findThresholdsToMove(gadgetPage: ThresholdsPage): Promise<Thresholds | null> {
	const { revision, isElsewhere } = await gadgetPage.load();
	const reading = readDocument(revision?.text ?? null);
	return !isElsewhere && reading.kind === 'right' && reading.thresholds?.enabled
		? reading.thresholds
		: null;
}

/**
 * Puts them onto the community's page, everything else there kept.
 *
 * @returns Whether they are there now; not where that page was saved at the same moment.
 * @throws ApiError
 */
export async function moveThresholds(
	communityPage: ThresholdsPage,
	thresholds: Thresholds,
): Promise<boolean> {
	const { revision } = await communityPage.load();
	const text = writeDocument(revision?.text ?? null, thresholds);
	const { kind } = await communityPage.save(text, summary, revision);
	return kind !== 'conflict';
}
