import { expect, vi } from 'vitest';
import { thresholdsKey } from '../../gadget/domain/thresholds.ts';
import english from '../../gadget/i18n/en.json';
import type { Text } from '../../gadget/i18n/messages.ts';
import type { PreviewActions } from '../../gadget/settings/preview/previewActions.ts';
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

/** A page on a wiki that answers as it is told. */
export const fakePage = () => ({
	load: vi.fn<ThresholdsPage['load']>(),
	save: vi.fn<ThresholdsPage['save']>(),
	findHandover: vi.fn<ThresholdsPage['findHandover']>(),
	findEditors: vi.fn<ThresholdsPage['findEditors']>(),
});

export const fakePreviewActions = () => ({
	dispatch: vi.fn<PreviewActions['dispatch']>(),
	open: vi.fn(),
	start: vi.fn(),
	pause: vi.fn(),
	resume: vi.fn(),
	cancel: vi.fn(),
	download: vi.fn<PreviewActions['download']>(),
	now: () => now,
});

/** Waits until a state shows this. */
export const becomes = (getState: () => unknown, expected: object) =>
	vi.waitFor(() => expect(getState()).toMatchObject(expected), { interval: 1 });
