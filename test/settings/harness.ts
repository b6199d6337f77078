import { h } from 'preact';
import { vi } from 'vitest';
import { thresholdsKey } from '../../gadget/domain/thresholds.ts';
import english from '../../gadget/i18n/en.json';
import type { Text } from '../../gadget/i18n/messages.ts';
import { measureEffect } from '../../gadget/scan/effect.ts';
import type { Findings } from '../../gadget/scan/findings.ts';
import { createFormActions } from '../../gadget/settings/form/formActions.ts';
import { inputId } from '../../gadget/settings/form/formState.ts';
import { suggestSummary } from '../../gadget/settings/form/summary.ts';
import { createNumberFormat } from '../../gadget/settings/format.ts';
import { countEffect } from '../../gadget/settings/preview/effect.ts';
import { createPlot } from '../../gadget/settings/preview/plot.ts';
import type { PreviewActions } from '../../gadget/settings/preview/previewActions.ts';
import { remember } from '../../gadget/settings/preview/remember.ts';
import { SettingsPage } from '../../gadget/settings/SettingsPage.tsx';
import { createSettingsView } from '../../gadget/settings/settingsView.tsx';
import type { SettingsAddresses } from '../../gadget/wiki/settingsAddresses.ts';
import type { LoadedPage, ThresholdsPage } from '../../gadget/wiki/thresholdsPage.ts';

export const now = Date.UTC(2026, 10, 22, 12);

/** The text as it is, parameters filled in, the last form of each PLURAL. */
export const text: Text = (key, ...parameters) =>
	parameters
		.reduce<string>(
			(message, parameter, index) => message.replaceAll(`$${index + 1}`, String(parameter)),
			english[key],
		)
		.replaceAll(/\{\{PLURAL:[^{}]*\|([^{}|]*)\}\}/g, '$1');

export const pageWith = (
	block: unknown = { enabled: true, minEditcount: 500, minTenureInDays: 30 },
	more: Partial<LoadedPage> = {},
): LoadedPage => ({
	revision: { id: 1, user: 'A', text: JSON.stringify({ [thresholdsKey]: block }) },
	refusals: [],
	isElsewhere: false,
	...more,
});

/** Ends what forms of earlier tests listen to. */
export function closeForms(): void {
	for (const controller of listening.splice(0)) {
		controller.abort();
	}
	document.body.replaceChildren();
}

const listening: AbortController[] = [];
const listen = window.addEventListener.bind(window);
window.addEventListener = ((type: string, listener: EventListener) => {
	const controller = new AbortController();
	listening.push(controller);
	listen(type, listener, { signal: controller.signal });
}) as typeof window.addEventListener;

export const wording = { text, language: 'en', formatNumber: createNumberFormat('en') };

export const addresses: SettingsAddresses = {
	page: '/wiki/page',
	source: '/wiki/source',
	logIn: '/wiki/login',
	elsewhere: '/wiki/elsewhere',
	mentorList: '/wiki/mentorList',
	mentors: '/wiki/mentors',
	userPage: (name) => `/wiki/User:${encodeURIComponent(name)}`,
};

/** The whole form on a page of its own, with a wiki that answers as it is told. */
export function openForm(
	loaded: LoadedPage = pageWith(),
	isOwnPage = true,
	hasExtension = false,
	say: Text = text,
) {
	const root = document.createElement('div');
	document.body.append(root);
	const page = {
		userName: 'Me',
		load: vi.fn<ThresholdsPage['load']>().mockResolvedValue(loaded),
		save: vi.fn<ThresholdsPage['save']>(),
		findHandover: vi.fn<ThresholdsPage['findHandover']>().mockResolvedValue({
			user: '<b>Eve</b>',
			time: now,
			diffUrl: '/wiki/diff',
		}),
		findEditors: vi.fn<ThresholdsPage['findEditors']>().mockResolvedValue(['Administrators']),
	};
	const previewActions = {
		dispatch: vi.fn<PreviewActions['dispatch']>(),
		open: vi.fn(),
		start: vi.fn(),
		pause: vi.fn(),
		resume: vi.fn(),
		cancel: vi.fn(),
		download: vi.fn<PreviewActions['download']>(),
		now: () => now,
	};
	const calculations = { measure: remember(measureEffect), plot: remember(createPlot) };
	const view = createSettingsView(root, (state) =>
		h(SettingsPage, {
			state,
			wording: { ...wording, text: say },
			addresses,
			isOwnPage,
			build: 'Mentorship Gadget 0.1.0, 1a2b3c4d5e',
			hasExtension,
			formActions,
			mentorsActions: null,
			previewActions,
			calculations,
		}),
	);
	previewActions.dispatch.mockImplementation(view.dispatchPreview);
	const formActions = createFormActions({
		page,
		getState: () => view.getState().form,
		dispatch: view.dispatchForm,
		suggestSummary: (form) => suggestSummary(form, say),
		countEffect: (thresholds) => countEffect(view.getState().preview.findings, thresholds),
		focus: (field) => document.getElementById(inputId(field))?.focus(),
		onSaved: vi.fn(),
	});
	view.draw();
	formActions.load();
	return { root, page, view, previewActions, download: previewActions.download };
}

const day = 86_400_000;

/** @param people Edits, days (null: unknown) and mentor's place of each; they are named by a number. */
export function findingsOf(
	people: ReadonlyArray<[edits: number, days: number | null, mentor: number]>,
	mentors: readonly string[] | null = ['Ann', 'Ben'],
): Findings {
	return {
		finishedAt: now - 3 * 3_600_000,
		readAt: now,
		mentors: mentors?.map((name, id) => ({ id, name })) ?? null,
		names: people.map((_person, index) => `Person ${index}`),
		columns: {
			editCounts: Uint32Array.from(people, ([edits]) => edits),
			registrations: Float64Array.from(people, ([, days]) =>
				days === null ? Number.NaN : now - days * day,
			),
			mentors: Uint32Array.from(people, ([, , mentor]) => mentor),
		},
	};
}
