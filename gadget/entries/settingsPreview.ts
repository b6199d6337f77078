import { csvFile } from '../domain/csv.ts';
import { createScanStore } from '../scan/browserStore.ts';
import { wait } from '../scan/insist.ts';
import { createMenteeSource } from '../scan/mentees.ts';
import { listRows } from '../scan/rows.ts';
import type { PreviewEvent } from '../settings/preview/preview.ts';
import { createPreviewActions, type PreviewActions } from '../settings/preview/previewActions.ts';
import { saveFile } from '../settings/preview/saveFile.ts';
import { doAlone } from '../settings/preview/timing.ts';
import { nameHere } from '../wiki/kept.ts';
import { createPoliteApi } from '../wiki/politeApi.ts';
import type { SettingsAddresses } from '../wiki/settingsAddresses.ts';

/** What the preview can do, beside whichever form. */
export function createPreview(
	dispatch: (event: PreviewEvent) => void,
	{ userPage }: SettingsAddresses,
): PreviewActions {
	const scanName = nameHere('scan');
	const api = createPoliteApi({
		wait,
		onWait: (seconds) => dispatch({ type: 'waitChanged', seconds }),
	});
	return createPreviewActions({
		source: createMenteeSource(api),
		store: createScanStore(scanName),
		now: Date.now,
		dispatch,
		download: (findings, tally) =>
			saveFile('mentorship.csv', csvFile(listRows(findings, tally, userPage))),
		alone: (work, onBusy) => doAlone(scanName, work, onBusy),
	});
}
