// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import english from '../../../gadget/i18n/en.json';
import { changed, given, opened, showEnglishCard } from './showCard.ts';

afterEach(() => document.body.replaceChildren());

const offline = { key: 'failure-offline', parameter: '' } as const;
const readOnly = { key: 'failure-readonly', parameter: '' } as const;
const dialogs = () => [...document.querySelectorAll('dialog')];
const box = () => dialogs()[0] ?? expect.fail();
const buttons = () => [...box().querySelectorAll('button')];
const alerts = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent);
const event = (type: string) => new Event(type, { cancelable: true });

test('offers a choice of mentors where there is one to make', () => {
	const { dispatch } = showEnglishCard(true, opened('get', 'Mentor'));
	const [same, different] = within(screen.getByRole('dialog')).getAllByRole<HTMLInputElement>(
		'radio',
	);
	expect([same?.checked, different?.checked]).toEqual([true, false]);
	expect(screen.getByRole('group').getAttribute('aria-label')).toBe(english['card-get-title']);
	expect([same?.name, different?.name]).toEqual(['mentorship-wish', 'mentorship-wish']);
	different?.click();
	expect(dispatch).toHaveBeenLastCalledWith(changed({ wish: 'differentMentor' }));
	same?.click();
	expect(dispatch).toHaveBeenLastCalledWith(changed({ wish: 'sameMentor' }));
});

test('offers none where there is none, and says who will come back once that is known', () => {
	const { view } = showEnglishCard(true, opened('get'));
	expect(screen.queryAllByRole('radio')).toEqual([]);
	const sentence = screen.getByText(/will be your mentor again/);
	expect(sentence.hidden).toBe(true);
	view.dispatch(changed({ returningMentor: '<b>Marius</b>' }));
	expect([sentence.hidden, sentence.textContent]).toEqual([
		false,
		'\u2068<b>Marius</b>\u2069 will be your mentor again.',
	]);
});

test('says that it is working, and cannot be left then', () => {
	const { view } = showEnglishCard(true, opened('get'), changed({ isBusy: true }));
	const confirm = screen.getByRole('button', { name: english['card-get-busy'] });
	expect(confirm.getAttribute('aria-disabled')).toBe('true');
	expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Cancel' }).disabled).toBe(true);
	const dialog = screen.getByRole<HTMLDialogElement>('dialog');
	fireEvent(dialog, new Event('cancel'));
	expect(view.getState().dialog?.isBusy).toBe(true);
	// A browser closes it all the same for a person who insists.
	dialog.close();
	expect(dialog.open).toBe(true);
	view.dispatch(given());
	expect(screen.queryByRole('dialog')).toBeNull();
	// Browsers tell of the closing only now.
	fireEvent(dialog, new Event('close'));
	expect(dialog.open).toBe(false);
});

test('says what went wrong, and offers to try again', () => {
	const failure = { key: 'failure-other', parameter: '<i>no</i>' } as const;
	const { confirm } = showEnglishCard(true, opened('get'), changed({ failure }));
	expect(screen.getByRole('alert').textContent).toContain('<i>no</i>');
	fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
	expect(confirm).toHaveBeenCalledOnce();
});

test.each(['cancel', 'close'])('is left by %s, and gives the focus back', (type) => {
	const { view } = showEnglishCard(true);
	const button = screen.getByRole('button', { name: english['card-opted-out-get'] });
	button.focus();
	view.dispatch(opened('get'));
	const dialog = screen.getByRole<HTMLDialogElement>('dialog');
	// It is the browser that gives the focus back.
	const close = vi.spyOn(dialog, 'close');
	fireEvent(dialog, new Event(type));
	expect(close).toHaveBeenCalledOnce();
	expect(screen.queryByRole('dialog')).toBeNull();
	expect(document.activeElement).toBe(button);
});

test.each([
	['a mentor', 'get', given(), 'Your mentor', 'is your mentor now'],
	['none', 'leave', { type: 'left' } as const, 'Mentorship', english['card-opted-out-done']],
] as const)('ends with %s, whose heading has the focus, and says so', (...row) => {
	const [, kind, event, heading, said] = row;
	const { view, root } = showEnglishCard(kind === 'get', ...(kind === 'leave' ? [given()] : []));
	root.querySelector('button')?.focus();
	view.dispatch(opened(kind));
	view.dispatch(event);
	expect(document.activeElement?.textContent).toBe(heading);
	expect(screen.getByRole('status').textContent).toContain(said);
});

test.each([
	['get', ['card-get-confirm', 'cancel']],
	['leave', ['card-leave-confirm', 'cancel']],
	['about', ['close']],
] as const)('that asks or tells, %s, is modal and says what it is about', (kind, labels) => {
	const showModal = vi.spyOn(HTMLDialogElement.prototype, 'showModal');
	showEnglishCard(kind === 'get', opened(kind));
	const title = english[`card-${kind}-title`];
	expect(showModal).toHaveBeenCalledOnce();
	showModal.mockRestore();
	expect(box().getAttribute('aria-label')).toBe(title);
	expect(box().querySelector('h2')?.textContent).toBe(title);
	expect(box().textContent).toContain(english[`card-${kind}-text`]);
	expect(box().className).toBe('mentorship-dialog cdx-dialog cdx-dialog--horizontal-actions');
	const isPrimary = buttons().map(({ className }) => /progressive .*primary$/.test(className));
	expect(isPrimary).toEqual(labels.length === 2 ? [true, false] : [false]);
	expect(new Set(buttons().map(({ type }) => type))).toEqual(new Set(['button']));
	expect(buttons().map(({ textContent }) => textContent)).toEqual(
		labels.map((label) => english[label]),
	);
	expect(box().querySelector('[name=mentorship-wish]')).toBeNull();
});

test('is confirmed by its first button, and cancelled by its second or Escape', () => {
	const { view, confirm } = showEnglishCard(true, opened('get'));
	buttons()[0]?.click();
	expect(confirm).toHaveBeenCalledOnce();
	buttons()[1]?.click();
	expect(dialogs()).toEqual([]);
	view.dispatch(opened('get'));
	const pressed = event('cancel');
	box().dispatchEvent(pressed);
	expect([pressed.defaultPrevented, dialogs()]).toEqual([true, []]);
	view.dispatch(opened('get'));
	// Browsers close it for whoever insists.
	box().close();
	expect(dialogs()).toEqual([]);
});

test('tells one failure at a time, and lets a person try again', () => {
	const { view } = showEnglishCard(true, opened('get'), changed({ failure: offline }));
	expect(alerts()).toEqual([english['failure-offline']]);
	expect(buttons()[0]?.textContent).toBe(english['try-again']);
	const told = screen.getByRole('alert');
	view.dispatch(changed({ isBusy: false }));
	// It would be read out once more.
	expect(screen.getByRole('alert')).toBe(told);
	view.dispatch(changed({ failure: readOnly }));
	expect(alerts()).toEqual([english['failure-readonly']]);
	view.dispatch(changed({ failure: null }));
	expect([alerts(), buttons()[0]?.textContent]).toEqual([[], english['card-get-confirm']]);
});

describe('what came of it', () => {
	test.each([
		['a mentor', given({ name: 'Ann' }), 'card-mentor-assigned', '\u2068Ann\u2069'],
		['that they left', { type: 'left' }, 'card-opted-out-done', ''],
		['nothing where it was cancelled', { type: 'dialogClosed' }, null, ''],
	] as const)('is read out: %s', (_what, outcome, key, name) => {
		const { view } = showEnglishCard(true, opened('get'));
		expect(screen.getByRole('status').textContent).toBe('');
		view.dispatch(outcome);
		const status = screen.getByRole('status');
		expect(status.textContent).toBe(key ? english[key].replace('$1', name) : '');
		expect(status.className).toBe('mentorship-hidden');
		const said = status.textContent;
		// Details of the mentor may come before it has been read to its end.
		view.dispatch(changed({}));
		expect(status.textContent).toBe(said);
	});

	test.each([
		['in the card goes to the heading of the new one', 'button', 'Your mentor'],
		['elsewhere stays there', 'main', 'Elsewhere'],
	])('the focus %s', (_where, selector, expected) => {
		const { view } = showEnglishCard(true);
		const elsewhere = document.createElement('main');
		Object.assign(elsewhere, { tabIndex: 0, textContent: 'Elsewhere' });
		document.body.append(elsewhere);
		document.querySelector<HTMLElement>(selector)?.focus();
		view.dispatch(given());
		expect(document.activeElement?.textContent).toBe(expected);
	});
});
