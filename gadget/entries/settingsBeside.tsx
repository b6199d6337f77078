import { render } from 'preact';
import { extensionPageTitle } from '../domain/thresholds.ts';
import english from '../i18n/en.json';
import { MoveNotice, type MoveState } from '../settings/community/MoveNotice.tsx';
import { findThresholdsToMove, moveThresholds } from '../settings/community/moveThresholds.ts';
import { createNumberFormat } from '../settings/format.ts';
import { EffectPreview } from '../settings/preview/EffectPreview.tsx';
import { initialPreview, type PreviewEvent, reducePreview } from '../settings/preview/preview.ts';
import { explainRefusal } from '../settings/refusal.ts';
import type { Wording } from '../settings/wording.ts';
import { createWikiApi } from '../wiki/api.ts';
import { findCommunityForm } from '../wiki/communityForm.ts';
import { text } from '../wiki/messages.ts';
import { readPerson, readWiki } from '../wiki/page.ts';
import { createSettingsAddresses } from '../wiki/settingsAddresses.ts';
import { bringTexts } from '../wiki/texts.ts';
import { createThresholdsPage } from '../wiki/thresholdsPage.ts';
import { createPreview } from './settingsPreview.ts';

/** The preview beside the extension's own form, from 1.45 on, and the way of the settings there. */
export async function mountBeside(): Promise<void> {
	const form = await findCommunityForm();
	// 1. Where the settings are.
	const userName = readPerson()?.name ?? '';
	const wikiApi = createWikiApi(userName);
	const pageOf = (title?: string) => createThresholdsPage(wikiApi, readWiki(), userName, title);
	// 2. How it shows.
	const language = form.below.lang;
	const wording: Wording = { text, language, formatNumber: createNumberFormat(language) };
	const addresses = createSettingsAddresses();
	let preview = initialPreview;
	let move: MoveState = { isNeeded: false, isBusy: false, refusal: null };
	const draw = (): void => {
		render(
			<MoveNotice state={move} text={text} addresses={addresses} move={moveHere} />,
			form.above,
		);
		render(
			<section class="mentorship-settings">
				<EffectPreview
					heading="h2"
					preview={preview}
					thresholds={form.read()}
					move={form.write}
					actions={previewActions}
					wording={wording}
					addresses={addresses}
				/>
			</section>,
			form.below,
		);
	};
	// 3. What can be done.
	const previewActions = createPreview((event: PreviewEvent) => {
		preview = reducePreview(preview, event);
		draw();
	}, addresses);
	const change = (next: Partial<MoveState>): void => {
		move = { ...move, ...next };
		draw();
	};
	const refuse = (error: unknown): void =>
		change({ isBusy: false, refusal: explainRefusal(error) });
	const moveHere = (): void => {
		change({ isBusy: true, refusal: null });
		findThresholdsToMove(pageOf())
			.then((found) => (found ? moveThresholds(pageOf(extensionPageTitle), found) : true))
			// The open form still holds the old values, and its Save would turn the rule off.
			.then((isDone) => (isDone ? location.reload() : change({ isBusy: false })))
			.catch(refuse);
	};
	// 4. What the wiki and this browser hold.
	await bringTexts(wikiApi, 'settings', english, draw);
	form.onInput(draw);
	draw();
	previewActions.open();
	findThresholdsToMove(pageOf()).then((found) => change({ isNeeded: found !== null }), refuse);
}
