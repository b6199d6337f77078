// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MentorProfile } from '../../../gadget/hosts/host.ts';
import type { CardEvent, Dialog } from '../../../gadget/hosts/plain/card.ts';
import { createCardView } from '../../../gadget/hosts/plain/cardView.ts';
import english from '../../../gadget/i18n/en.json';
import type { Text } from '../../../gadget/i18n/messages.ts';

const now = Date.UTC(2026, 10, 22, 12);
const text: Text = (key, ...parameters) =>
	parameters.reduce<string>(
		(message, parameter, index) => message.replaceAll(`$${index + 1}`, String(parameter)),
		english[key],
	);
const mentor: MentorProfile = {
	name: '<b>Mentor</b>',
	userPage: '/wiki/User:Mentor',
	questionPage: '/wiki/User_talk:Mentor?action=edit&section=new',
	message: '<img src=x onerror=alert(1)>\nHello',
	editCount: 5000,
	lastActive: now,
};
const given = (props: Partial<MentorProfile> = {}, isSubstitute = false): CardEvent => ({
	type: 'mentorGiven',
	given: { mentor: { ...mentor, ...props }, isSubstitute },
});
const opened = (kind: Dialog['kind'], choosableMentor: string | null = null): CardEvent => ({
	type: 'dialogOpened',
	kind,
	choosableMentor,
});
const changed = (change: Partial<Dialog>): CardEvent => ({ type: 'dialogChanged', change });
const noMentor = { key: 'failure-no-mentor', parameter: '' } as const;

/** The pages that the community names. */
let pages: Readonly<Record<string, string>>;

beforeEach(() => {
	pages = {};
});
afterEach(() => {
	document.body.replaceChildren();
});

function addPlace(): HTMLElement {
	const root = document.createElement('div');
	document.body.append(root);
	return root;
}

/** A card in one place, after these events. */
function show(isOptedOut: boolean, ...events: CardEvent[]) {
	const root = addPlace();
	const dispatch = vi.fn((event: CardEvent) => view.dispatch(event));
	const actions = {
		dispatch,
		openDialog: vi.fn(),
		confirm: vi.fn(),
		followMentor: vi.fn(),
		retry: vi.fn(),
	};
	const addressOf = (key: string) => pages[key] ?? null;
	const view = createCardView(isOptedOut, () => ({
		text,
		addressOf,
		language: 'en',
		now,
		actions,
	}));
	view.drawIn([root]);
	events.forEach(view.dispatch);
	return { ...actions, view, root };
}

const focused = () => document.activeElement?.textContent;

describe('the mentor card', () => {
	test('shows names and messages as text, never as HTML', () => {
		show(false, given());
		expect(screen.getByRole('link', { name: '<b>Mentor</b>' }).getAttribute('href')).toBe(
			'/wiki/User:Mentor',
		);
		expect(document.querySelector('blockquote')?.textContent).toBe(mentor.message);
		expect(document.querySelector('img, b')).toBeNull();
	});

	test('tells how much and how recently the mentor edits', () => {
		show(false, given());
		expect(screen.getByText(/5,000 edits/).textContent).toContain('Active today');
	});

	test.each([
		['never edited', { lastActive: null }],
		['is not known yet', { lastActive: undefined, editCount: undefined }],
	])('leaves out what the mentor has not: %s', (_what, props) => {
		show(false, given(props));
		expect(screen.queryByText(/Active/)).toBeNull();
	});

	test.each([
		['where the mentor wrote nothing', null, true],
		['where they wrote something', 'Hello', false],
		['while that is still to come', undefined, false],
	])('introduces in the third person and quotes nobody: %s', (_what, message, isIntroduced) => {
		show(false, given({ message }));
		expect(screen.getByText(english['card-opted-out-text']).hidden).toBe(!isIntroduced);
		expect(document.querySelector('blockquote')?.hidden).toBe(isIntroduced);
	});

	test('fills in a subject for a question', () => {
		show(false, given());
		const link = screen.getByRole('link', { name: english['card-mentor-ask'] });
		expect(link.getAttribute('href')).toContain('&preloadtitle=Mentorship');
	});

	test.each([true, false])('names a mentor who is not the one asked for: %s', (isSubstitute) => {
		show(false, given({}, isSubstitute));
		expect(screen.getByText(/is not available/).hidden).toBe(!isSubstitute);
	});

	test('fills in what comes later where somebody is', () => {
		const { view } = show(false, given({ editCount: undefined }));
		const link = screen.getByRole('link', { name: english['card-mentor-ask'] });
		link.focus();
		view.dispatch({ type: 'mentorShown', mentor });
		expect(document.activeElement).toBe(link);
		expect(screen.getByText(/5,000 edits/)).toBeTruthy();
	});
});

describe('the menu', () => {
	const open = () => {
		const shown = show(false, given());
		const button = screen.getByRole('button', { name: english['card-mentor-menu'] });
		return {
			...shown,
			button,
			press: (key: string) => fireEvent.keyDown(focusedElement(), { key }),
		};
	};
	const focusedElement = () => document.activeElement ?? document.body;

	test('opens with its first item, and arrow keys go round', () => {
		const { button, press } = open();
		button.focus();
		press('ArrowDown');
		const seen = [focused()];
		for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) {
			press(key);
			seen.push(focused());
		}
		const { 'card-about-title': about, 'card-leave-title': leave } = english;
		expect(seen).toEqual([about, leave, about, leave]);
		expect(button.getAttribute('aria-expanded')).toBe('true');
	});

	test('closes on Escape, on a second press and when it is left', () => {
		const { button, press } = open();
		fireEvent.click(button);
		press('Escape');
		expect([screen.queryByRole('menu'), document.activeElement]).toEqual([null, button]);
		fireEvent.click(button);
		fireEvent.click(button);
		expect(screen.queryByRole('menu')).toBeNull();
		fireEvent.click(button);
		fireEvent.focusOut(focusedElement(), { relatedTarget: document.body });
		expect(screen.queryByRole('menu')).toBeNull();
		expect(button.getAttribute('aria-expanded')).toBe('false');
	});

	test('leads to dialogs, and is closed behind them', () => {
		const { button, openDialog } = open();
		fireEvent.click(button);
		fireEvent.click(screen.getByRole('menuitem', { name: english['card-leave-title'] }));
		expect(openDialog).toHaveBeenCalledWith('leave');
		expect([screen.queryByRole('menu'), document.activeElement]).toEqual([null, button]);
	});
});

describe('the dialog', () => {
	test('offers a choice of mentors where there is one to make', () => {
		const { dispatch } = show(true, opened('get', 'Mentor'));
		const [same, different] = within(screen.getByRole('dialog')).getAllByRole('radio');
		expect([same, different].map((radio) => (radio as HTMLInputElement).checked)).toEqual([
			true,
			false,
		]);
		fireEvent.click(different as HTMLElement);
		expect(dispatch).toHaveBeenCalledWith(changed({ wish: 'differentMentor' }));
	});

	test('offers none where there is none', () => {
		show(true, opened('get'));
		expect(screen.queryAllByRole('radio')).toEqual([]);
	});

	test('says who will come back, once that is known', () => {
		const { view } = show(true, opened('get'));
		const sentence = screen.getByText(/will be your mentor again/);
		expect(sentence.hidden).toBe(true);
		view.dispatch(changed({ returningMentor: '<b>Marius</b>' }));
		expect([sentence.hidden, sentence.textContent]).toEqual([
			false,
			'\u2068<b>Marius</b>\u2069 will be your mentor again.',
		]);
	});

	test('says that it is working, and cannot be left then', () => {
		const { view } = show(true, opened('get'), changed({ isBusy: true }));
		const confirm = screen.getByRole('button', { name: english['card-get-busy'] });
		expect(confirm.getAttribute('aria-disabled')).toBe('true');
		expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Cancel' }).disabled).toBe(true);
		const dialog = screen.getByRole<HTMLDialogElement>('dialog');
		fireEvent(dialog, new Event('cancel'));
		expect(view.getState().dialog?.isBusy).toBe(true);
		// A browser closes it all the same for whoever insists.
		dialog.close();
		expect(dialog.open).toBe(true);
	});

	test('says what went wrong, and offers to try again', () => {
		const failure = { key: 'failure-other', parameter: '<i>no</i>' } as const;
		const { confirm } = show(true, opened('get'), changed({ failure }));
		expect(screen.getByRole('alert').textContent).toContain('<i>no</i>');
		fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
		expect(confirm).toHaveBeenCalledOnce();
	});

	test.each(['cancel', 'close'])('is left by %s, and gives the focus back', (type) => {
		const { view } = show(true);
		const button = screen.getByRole('button', { name: english['card-opted-out-get'] });
		button.focus();
		view.dispatch(opened('get'));
		fireEvent(screen.getByRole('dialog'), new Event(type));
		expect(screen.queryByRole('dialog')).toBeNull();
		expect(document.activeElement).toBe(button);
	});

	test.each([
		['a mentor', 'get', given(), 'Your mentor', 'is your mentor now'],
		['none', 'leave', { type: 'left' } as const, 'Mentorship', english['card-opted-out-done']],
	] as const)('ends with %s, whose heading has the focus, and says so', (...row) => {
		const [, kind, event, heading, said] = row;
		const { view, root } = show(kind === 'get', ...(kind === 'leave' ? [given()] : []));
		root.querySelector('button')?.focus();
		view.dispatch(opened(kind));
		view.dispatch(event);
		expect(focused()).toBe(heading);
		expect(screen.getByRole('status').textContent).toContain(said);
	});
});

describe('the community’s pages', () => {
	test.each([
		['links to the one about mentorship', { 'card-help-page': '/wiki/Help:Mentors' }, 1],
		['has no link where there is none', {}, 0],
	])('the opted-out card %s', (_what, named, links) => {
		pages = named;
		show(true);
		expect(screen.queryAllByRole('link', { name: english['card-about-title'] })).toHaveLength(
			links,
		);
	});

	test.each([
		['links to the help desk where no mentor is available', noMentor, 1],
		['does not where something else went wrong', { ...noMentor, key: 'failure-offline' }, 0],
	] as const)('the failure %s, on the card and in the dialog', (_what, failure, links) => {
		pages = { 'card-help-desk': '/wiki/Project:Help_desk' };
		show(false, { type: 'mentorMissing', failure });
		show(true, opened('get'), changed({ failure }));
		const found = screen.queryAllByRole('link', { name: english['card-help-desk-ask'] });
		expect(found).toHaveLength(2 * links);
	});
});

describe('the places', () => {
	test('each has the card, and both follow', () => {
		const { view, root } = show(true);
		const other = addPlace();
		view.drawIn([root, other]);
		view.dispatch(given());
		expect(screen.getAllByRole('heading', { name: 'Your mentor' })).toHaveLength(2);
	});

	test('one that comes when the page is drawn anew has what the person did before', () => {
		const { view, root } = show(true, given());
		root.remove();
		const place = addPlace();
		view.drawIn([place]);
		expect(within(place).getByRole('heading').textContent).toBe('Your mentor');
	});

	test('texts that come later are drawn, but not under somebody’s hands', () => {
		const { view, root } = show(true);
		const before = root.firstChild;
		root.querySelector('button')?.focus();
		view.redraw();
		view.dispatch(opened('get'));
		(document.activeElement as HTMLElement).blur();
		view.redraw();
		expect(root.firstChild).toBe(before);
		view.dispatch({ type: 'dialogClosed' });
		root.querySelector('button')?.blur();
		view.redraw();
		expect(root.firstChild).not.toBe(before);
	});
});

test('a person for whom no mentor was found is told so and can try again', () => {
	const { retry } = show(false, { type: 'mentorMissing', failure: noMentor });
	expect(screen.getByRole('alert').textContent).toBe(english['failure-no-mentor']);
	fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
	expect(retry).toHaveBeenCalledOnce();
});
