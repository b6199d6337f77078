// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import english from '../../../gadget/i18n/en.json';
import { changed, given, opened, showEnglishCard } from './showCard.ts';

afterEach(() => document.body.replaceChildren());

test('offers a choice of mentors where there is one to make', () => {
	const { dispatch } = showEnglishCard(true, opened('get', 'Mentor'));
	const [same, different] = within(screen.getByRole('dialog')).getAllByRole<HTMLInputElement>(
		'radio',
	);
	expect([same?.checked, different?.checked]).toEqual([true, false]);
	different?.click();
	expect(dispatch).toHaveBeenCalledWith(changed({ wish: 'differentMentor' }));
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
	fireEvent(screen.getByRole('dialog'), new Event(type));
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
