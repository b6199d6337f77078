// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryOption } from '../../gadget/domain/memory.ts';
import { storedStates } from '../../gadget/domain/mentee.ts';
import { thresholdsKey } from '../../gadget/domain/thresholds.ts';
import { stateOption } from '../../gadget/wiki/growthState.ts';

const now = Date.UTC(2026, 10, 28);
const day = 86_400_000;
const gadgetPage = { [thresholdsKey]: { enabled: true, minEditcount: 500, minTenureInDays: 30 } };
const newcomer = { wgUserEditCount: 3, wgUserRegistration: now };
const placeholder = '<div class="mentorship-module">Placeholder</div>';
const module = '<div data-module-name="mentorship" data-mode="desktop">Mentor</div>';

/** A page as MediaWiki makes it, and its reader: Project:Newcomers, and an experienced editor. */
interface Opened {
	readonly config: Readonly<Record<string, unknown>>;
	readonly options: Readonly<Record<string, unknown>>;
	readonly hasExtension: boolean;
	readonly content: string;
}
const homepage = {
	config: { wgCanonicalSpecialPageName: 'Homepage' },
	options: { [stateOption]: storedStates.enabled },
	hasExtension: true,
	content: module,
};

// ResourceLoader packs it with the gadget.
vi.mock('../../gadget/wiki/configuration.ts', () => ({ readGadgetPage: () => gadgetPage }));

const mount = vi.fn<(opening: unknown) => Promise<void>>();
const warn = vi.fn();
let loaded: string[];
let open: () => void;

beforeEach(async () => {
	vi.useFakeTimers({ now });
	vi.resetModules();
	vi.resetAllMocks();
	loaded = [];
	({ open } = await import('../../gadget/hosts/open.ts'));
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

function drawPlace(): HTMLElement {
	const place = document.createElement('div');
	place.className = 'mentorship-module';
	return place;
}

function see(opened: Partial<Opened> = {}): HTMLElement | null {
	const config = {
		wgUserId: 5,
		wgUserName: 'Edgar',
		wgUserEditCount: 600,
		wgUserRegistration: now - 40 * day,
		wgVersion: '1.43.9',
		wgCanonicalSpecialPageName: false,
		...opened.config,
	};
	vi.stubGlobal('mw', {
		config: { get: () => config },
		user: { options: new Map(Object.entries(opened.options ?? {})) },
		loader: {
			getState: () => (opened.hasExtension ? 'registered' : null),
			async using(name: string) {
				loaded.push(name.replace('ext.gadget.mentorship-', ''));
				return () => ({ mount });
			},
		},
		log: { warn },
	});
	document.body.innerHTML = opened.content ?? placeholder;
	return document.querySelector<HTMLElement>('[class], [data-mode]');
}

const elsewhere = { ...homepage, config: { wgCanonicalSpecialPageName: 'Search' } };
const stored = { ...homepage, options: { [stateOption]: String(storedStates.enabled) } };
const known = { [memoryOption]: '{"version":1}' };

test.each<[string, Partial<Opened>, string | null, boolean]>([
	['a place', {}, 'card', true],
	['a place, for a newcomer', { config: newcomer }, 'card', false],
	['a place, for whoever is remembered', { options: known }, 'card', false],
	['a page without a place', { content: '' }, null, false],
	['a place, for somebody logged out', { config: { wgUserName: null } }, null, false],
	['a place, for a temporary account', { config: { wgUserIsTemp: true } }, null, false],
	['the Homepage', homepage, 'growth', true],
	['the Homepage, where the state is a text', stored, 'growth', true],
	['the Homepage, for a newcomer', { ...homepage, config: newcomer }, null, false],
	['another page, where a module is wikitext', elsewhere, 'growth', false],
	[
		'another page, for a newcomer who is remembered',
		{ ...homepage, config: newcomer, options: { ...homepage.options, ...known } },
		'growth',
		false,
	],
])('on %s', async (_what, page, name, hides) => {
	const place = see(page);
	open();
	expect(loaded).toEqual(name === null ? [] : [name]);
	expect(place?.style.visibility ?? '').toBe(hides ? 'hidden' : '');
	vi.advanceTimersByTime(1499);
	expect(place?.style.visibility ?? '').toBe(hides ? 'hidden' : '');
	// After a second and a half, the server's card is better than none.
	vi.advanceTimersByTime(1);
	expect(place?.style.visibility ?? '').toBe('');
});

test('hands over what it found out', async () => {
	const place = see();
	open();
	await vi.runAllTimersAsync();
	expect(mount.mock.calls).toEqual([
		[
			{
				person: { id: 5, name: 'Edgar', editCount: 600, registration: now - 40 * day },
				place,
				wiki: { version: '1.43.9', hasExtension: false },
				counting: { owner: 'gadget', thresholds: gadgetPage[thresholdsKey] },
				gadgetPage,
			},
		],
	]);
});

test('says in one line why a gadget failed', async () => {
	see();
	mount.mockRejectedValue(new Error('odd'));
	open();
	await vi.runAllTimersAsync();
	expect(warn.mock.calls).toEqual([[new Error('odd')]]);
});

test.each([
	['as it is', () => undefined, 1],
	['with another place beside it, as we draw one', () => document.body.prepend(drawPlace()), 1],
	['drawn anew', () => document.body.replaceChildren(drawPlace()), 2],
])('a page that is opened again %s', (_what, change, times) => {
	see();
	open();
	change();
	open();
	expect(loaded).toHaveLength(times);
});

test('a page without a place is opened once', () => {
	see(elsewhere);
	open();
	open();
	expect(loaded).toEqual(['growth']);
});
