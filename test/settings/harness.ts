import { configure, fireEvent, screen } from '@testing-library/preact';
import { h } from 'preact';
import { expect, vi } from 'vitest';
import type { Findings } from '../../gadget/scan/findings.ts';
import { createFormActions } from '../../gadget/settings/form/formActions.ts';
import { inputId } from '../../gadget/settings/form/formState.ts';
import { suggestSummary } from '../../gadget/settings/form/summary.ts';
import { createNumberFormat } from '../../gadget/settings/format.ts';
import { countEffect } from '../../gadget/settings/preview/effect.ts';
import { SettingsPage } from '../../gadget/settings/SettingsPage.tsx';
import { createSettingsView } from '../../gadget/settings/settingsView.tsx';
import type { SettingsAddresses } from '../../gadget/wiki/settingsAddresses.ts';
import type { LoadedPage } from '../../gadget/wiki/thresholdsPage.ts';
import { fakePage, fakePreviewActions, now, pageWith, text } from './fakes.ts';

// A busy machine stalls for longer than the second that is waited otherwise.
configure({ asyncUtilTimeout: 30_000 });

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

/** The whole form, once it has loaded, with a wiki that answers as it is told. */
export async function openForm(
	loaded: LoadedPage = pageWith(),
	{ isOwnPage = true, hasExtension = false, say = text } = {},
) {
	const root = document.createElement('div');
	document.body.append(root);
	const page = fakePage();
	page.load.mockResolvedValue(loaded);
	page.findHandover.mockResolvedValue({ user: '<b>Eve</b>', time: now, diffUrl: '/wiki/diff' });
	page.findEditors.mockResolvedValue(['Administrators']);
	const previewActions = fakePreviewActions();
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
	await vi.waitFor(() => expect(view.getState().form.kind).not.toBe('loading'), { interval: 1 });
	return { root, page, view, previewActions };
}

const fieldNamed = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
export const edits = () => fieldNamed('Number of edits');
export const age = () => fieldNamed('Account age (in days)');
export const enabled = () =>
	screen.getByLabelText<HTMLInputElement>('Opt out experienced users from mentorship');
export const type = (field: HTMLElement, value: string) =>
	fireEvent.input(field, { target: { value } });
/** Whether the browser would ask before the page is left. */
export const asksToLeave = () =>
	!window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

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

/** A newcomer, two whom the usual thresholds opt out, and one whose age is unknown. */
export const someFindings = findingsOf([
	[3, 1, 0],
	[500, 31, 0],
	[9000, 4000, 1],
	[900, null, 1],
]);

/** The whole form with what a scan found. */
export async function openPreview(given = someFindings, ...loaded: Parameters<typeof openForm>) {
	const opened = await openForm(...loaded);
	opened.view.dispatchPreview({ type: 'activityChanged', activity: { kind: 'idle' } });
	opened.view.dispatchPreview({ type: 'findingsRead', findings: given });
	return opened;
}

export const slider = (name: string) => screen.getByRole('slider', { name });
