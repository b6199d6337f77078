// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
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

describe('a dialog', () => {
	test.each([
		['get', ['card-get-confirm', 'cancel']],
		['leave', ['card-leave-confirm', 'cancel']],
		['about', ['close']],
	] as const)('that asks or tells, %s, is modal and says what it is about', (kind, labels) => {
		showEnglishCard(kind === 'get', opened(kind));
		const title = english[`card-${kind}-title`];
		expect(box().open).toBe(true);
		expect(box().getAttribute('aria-label')).toBe(title);
		expect(box().querySelector('h2')?.textContent).toBe(title);
		expect(box().textContent).toContain(english[`card-${kind}-text`]);
		expect(buttons().map(({ textContent }) => textContent)).toEqual(
			labels.map((label) => english[label]),
		);
		expect(box().querySelector('[name=mentorship-wish]')).toBeNull();
	});

	test('says who comes back, once the list has confirmed that', () => {
		const { view } = showEnglishCard(true, opened('get'));
		const returning = box().querySelectorAll('p')[1] ?? expect.fail();
		expect(returning.hidden).toBe(true);
		view.dispatch(changed({ returningMentor: 'Ann' }));
		expect([returning.hidden, returning.textContent]).toEqual([
			false,
			english['card-get-again'].replace('$1', '\u2068Ann\u2069'),
		]);
	});

	test('lets a person choose between the mentor of before and another', () => {
		const { dispatch } = showEnglishCard(true, opened('get', 'Ann'));
		const group = screen.getByRole('group', { name: english['card-get-title'] });
		const [same, different] = [...group.querySelectorAll('input')];
		expect([same?.checked, different?.checked]).toEqual([true, false]);
		expect(group.textContent).toContain('Ann');
		for (const [input, wish] of [
			[different, 'differentMentor'],
			[same, 'sameMentor'],
		] as const) {
			input?.click();
			expect(dispatch).toHaveBeenLastCalledWith({ type: 'dialogChanged', change: { wish } });
		}
		expect([same?.name, different?.name]).toEqual(['mentorship-wish', 'mentorship-wish']);
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

	test('says that it is busy, and stays until that is over', () => {
		const { view } = showEnglishCard(true, opened('get'), changed({ isBusy: true }));
		const [confirm, cancel] = buttons();
		expect(confirm?.textContent).toBe(english['card-get-busy']);
		expect([confirm?.getAttribute('aria-disabled'), cancel?.disabled]).toEqual(['true', true]);
		box().dispatchEvent(event('cancel'));
		box().close();
		expect(box().open).toBe(true);
		view.dispatch(given());
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
