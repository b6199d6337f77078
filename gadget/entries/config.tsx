// The libraries and the texts first: what resembles each other is then near enough for gzip.
import 'preact';
import '../domain/thresholdsSchema.ts';
import 'idb';
import english from '../i18n/en.json';
import '../config/config.css';
import { createConfigView } from '../config/configView.tsx';
import type { ConfigContext } from '../config/context.ts';
import { csvFile, saveFile } from '../config/csv.ts';
import { listRows, measureEffect } from '../config/effect.ts';
import { createFormActions } from '../config/formActions.ts';
import { createNumberFormat } from '../config/format.ts';
import { createPlot } from '../config/plot.ts';
import { createPreviewActions } from '../config/previewActions.ts';
import { remember } from '../config/remember.ts';
import { inputId } from '../config/SettingsForm.tsx';
import { suggestSummary } from '../config/summary.ts';
import { doAlone, wait } from '../config/timing.ts';
import { createMenteeSource } from '../scan/mentees.ts';
import { createScanStore } from '../scan/scanStore.ts';
import { createWikiApi } from '../wiki/api.ts';
import { createConfigAddresses } from '../wiki/configAddresses.ts';
import { type ConfigPlace, makeConfigPlace, readWikiName } from '../wiki/configGadget.ts';
import { createConfigPage } from '../wiki/configPage.ts';
import { log, readPerson } from '../wiki/page.ts';
import { createPoliteApi } from '../wiki/politeApi.ts';
import { bringTexts, text } from '../wiki/textsGadget.ts';

/** The hidden gadget "mentorship-config": draws the form where the loader found its place. */
async function mount({ root, isOwnPage }: ConfigPlace): Promise<void> {
	// 1. Where the settings are, and the mentees.
	const userName = readPerson()?.name;
	const wikiApi = createWikiApi(userName);
	const page = createConfigPage(wikiApi, userName ?? '');
	const scanName = `mentorship-scan-${readWikiName()}`;
	const api = createPoliteApi({
		wait,
		onWait: (seconds) => view.dispatchPreview({ type: 'waitChanged', seconds }),
	});
	// 2. What shows.
	const language = root.lang;
	const addresses = createConfigAddresses();
	const view = createConfigView(root, () => context);
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
	const context: ConfigContext = {
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
	await bringTexts(wikiApi, 'config', english, view.draw);
	view.draw();
	formActions.load();
	previewActions.open();
}

function start(): void {
	const place = makeConfigPlace();
	if (place) {
		mount(place).catch(log);
	}
}

if (document.readyState === 'loading') {
	document.addEventListener('DOMContentLoaded', start);
} else {
	start();
}
