import '../settings/settings.css';
import { csvFile } from '../domain/csv.ts';
import english from '../i18n/en.json';
import { createScanStore } from '../scan/browserStore.ts';
import { measureEffect } from '../scan/effect.ts';
import { wait } from '../scan/insist.ts';
import { createMenteeSource } from '../scan/mentees.ts';
import { listRows } from '../scan/rows.ts';
import type { SettingsContext } from '../settings/context.ts';
import { createFormActions } from '../settings/form/formActions.ts';
import { inputId } from '../settings/form/SettingsForm.tsx';
import { suggestSummary } from '../settings/form/summary.ts';
import { createNumberFormat } from '../settings/format.ts';
import { createPlot } from '../settings/preview/plot.ts';
import { createPreviewActions } from '../settings/preview/previewActions.ts';
import { remember } from '../settings/preview/remember.ts';
import { saveFile } from '../settings/preview/saveFile.ts';
import { doAlone } from '../settings/preview/timing.ts';
import { createSettingsView } from '../settings/settingsView.tsx';
import { createWikiApi } from '../wiki/api.ts';
import { text } from '../wiki/messages.ts';
import { log, readPerson } from '../wiki/page.ts';
import { createPoliteApi } from '../wiki/politeApi.ts';
import { createSettingsAddresses } from '../wiki/settingsAddresses.ts';
import { makeSettingsPlace, readWikiName, type SettingsPlace } from '../wiki/settingsPlace.ts';
import { bringTexts } from '../wiki/texts.ts';
import { createThresholdsPage } from '../wiki/thresholdsPage.ts';

/** The hidden gadget "mentorship-settings": draws the form where the loader found its place. */
async function mount({ root, isOwnPage }: SettingsPlace): Promise<void> {
	// 1. Where the settings are, and the mentees.
	const userName = readPerson()?.name;
	const wikiApi = createWikiApi(userName);
	const page = createThresholdsPage(wikiApi, userName ?? '');
	const scanName = `mentorship-scan-${readWikiName()}`;
	const api = createPoliteApi({
		wait,
		onWait: (seconds) => view.dispatchPreview({ type: 'waitChanged', seconds }),
	});
	// 2. What shows.
	const language = root.lang;
	const addresses = createSettingsAddresses();
	const view = createSettingsView(root, () => context);
	// 3. What can be done.
	const formActions = createFormActions({
		page,
		getState: () => view.getState().form,
		dispatch: view.dispatchForm,
		suggestSummary: (thresholds) => suggestSummary(thresholds, text),
		focusField: (name) => document.getElementById(inputId(name))?.focus(),
	});
	const previewActions = createPreviewActions({
		source: createMenteeSource(api),
		store: createScanStore(scanName),
		now: Date.now,
		dispatch: view.dispatchPreview,
		alone: (work, onBusy) => doAlone(scanName, work, onBusy),
	});
	const context: SettingsContext = {
		text,
		language,
		formatNumber: createNumberFormat(language),
		now: Date.now,
		addresses,
		isOwnPage,
		formActions,
		previewActions,
		measure: remember(measureEffect),
		plot: remember(({ columns, readAt }) => createPlot(columns, readAt)),
		download(findings, tally) {
			const rows = listRows(findings, tally, addresses.userPage);
			saveFile('mentorship.csv', csvFile(rows));
		},
	};
	// 4. What the wiki and this browser hold.
	await bringTexts(wikiApi, 'settings', english, view.draw);
	view.draw();
	formActions.load();
	previewActions.open();
}

function start(): void {
	const place = makeSettingsPlace();
	if (place) {
		mount(place).catch(log);
	}
}

if (document.readyState === 'loading') {
	document.addEventListener('DOMContentLoaded', start);
} else {
	start();
}
