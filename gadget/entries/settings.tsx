import '../settings/settings.css';
import '../settings/preview/preview.css';
import { mentorListTitle } from '../domain/mentors.ts';
import english from '../i18n/en.json';
import { createFormActions } from '../settings/form/formActions.ts';
import { inputId } from '../settings/form/formState.ts';
import { suggestSummary } from '../settings/form/summary.ts';
import { createNumberFormat } from '../settings/format.ts';
import { createMentorsActions, mentorInputId } from '../settings/mentors/mentorsActions.ts';
import { countEffect } from '../settings/preview/effect.ts';
import { SettingsPage } from '../settings/SettingsPage.tsx';
import { createSettingsView } from '../settings/settingsView.tsx';
import type { Wording } from '../settings/wording.ts';
import { lookUpAccount } from '../wiki/accounts.ts';
import { createWikiApi } from '../wiki/api.ts';
import { hasCommunityFields } from '../wiki/communityForm.ts';
import { text } from '../wiki/messages.ts';
import { log, readPerson, readWiki } from '../wiki/page.ts';
import { createSettingsAddresses } from '../wiki/settingsAddresses.ts';
import { makeSettingsPlace, renewContent, type SettingsPlace } from '../wiki/settingsPlace.ts';
import { bringTexts } from '../wiki/texts.ts';
import { createThresholdsPage } from '../wiki/thresholdsPage.ts';
import { mountBeside } from './settingsBeside.tsx';
import { createPreview } from './settingsPreview.ts';

/** What this is: the build writes name, version and commit in its place. */
declare const mentorshipBuild: string;

/**
 * The hidden gadget "mentorship-settings": draws the form where the loader found its place, or only
 * the preview where the extension's own form has the settings.
 */
async function mount({ root, isOwnPage }: SettingsPlace): Promise<void> {
	// 1. Where the settings are, and the mentees.
	const userName = readPerson()?.name;
	const wikiApi = createWikiApi(userName);
	const wiki = readWiki();
	const page = createThresholdsPage(wikiApi, wiki, userName ?? '');
	// 2. How it shows.
	const language = root.lang;
	const wording: Wording = { text, language, formatNumber: createNumberFormat(language) };
	const addresses = createSettingsAddresses();
	const view = createSettingsView(root, (state) => (
		<SettingsPage
			state={state}
			wording={wording}
			addresses={addresses}
			isOwnPage={isOwnPage}
			build={mentorshipBuild}
			hasExtension={wiki.hasExtension}
			formActions={formActions}
			mentorsActions={mentorsActions}
			previewActions={previewActions}
		/>
	));
	// 3. What can be done.
	const formActions = createFormActions({
		page,
		getState: () => view.getState().form,
		dispatch: view.dispatchForm,
		suggestSummary: (form) => suggestSummary(form, text),
		countEffect: (thresholds) => countEffect(view.getState().preview.findings, thresholds),
		focus: (field) => focus(inputId(field)),
		onSaved() {
			if (isOwnPage) {
				renewContent(root).catch(log);
			}
		},
	});
	const previewActions = createPreview(view.dispatchPreview, addresses);
	const mentorsActions =
		isOwnPage && !wiki.hasExtension
			? createMentorsActions({
					page: createThresholdsPage(wikiApi, wiki, userName ?? '', mentorListTitle),
					lookUp: (name) => lookUpAccount(wikiApi, name),
					getState: () => view.getState().mentors,
					change: view.changeMentors,
					focus: (mentor) => focus(mentorInputId(mentor)),
				})
			: null;
	// 4. What the wiki and this browser hold.
	await bringTexts(wikiApi, 'settings', english, view.draw);
	view.draw();
	formActions.load();
	previewActions.open();
	mentorsActions?.load();
}

const focus = (id: string): void => document.getElementById(id)?.focus();

function start(): void {
	(hasCommunityFields() ? mountBeside() : mount(makeSettingsPlace())).catch(log);
}

if (document.readyState === 'loading') {
	document.addEventListener('DOMContentLoaded', start);
} else {
	start();
}
