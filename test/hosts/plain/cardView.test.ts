// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import english from '../../../gadget/i18n/en.json';
import { addPlace, changed, given, mentor, opened, pages, showEnglishCard } from './showCard.ts';

afterEach(() => {
	pages.clear();
	document.body.replaceChildren();
});

const noMentor = { key: 'failure-no-mentor', parameter: '' } as const;

describe('the mentor card', () => {
	test('shows names and messages as text, never as HTML', () => {
		showEnglishCard(false, given());
		expect(screen.getByRole('link', { name: mentor.name }).getAttribute('href')).toBe(
			mentor.userPage,
		);
		expect(document.querySelector('blockquote')?.textContent).toBe(mentor.message);
		expect(document.querySelector('img, b')).toBeNull();
	});

	test.each([
		['edits, and how recently', {}, /5,000 edits.* • Active today$/],
		['edits only, of a mentor who never edited', { lastActive: null }, /5,000 edits}*$/],
		['nothing that is not known yet', { lastActive: undefined, editCount: undefined }, /^\u00a0$/],
	])('tells how much the mentor %s', (_what, props, activity) => {
		showEnglishCard(false, given(props));
		expect(document.querySelector('.mentorship-card__activity')?.textContent).toMatch(activity);
	});

	test.each([
		['where the mentor wrote nothing', null, true],
		['where they wrote something', 'Hello', false],
		['while that is still to come', undefined, false],
	])('introduces the mentor in the third person, not by a quotation: %s', (...row) => {
		const [, message, isIntroduced] = row;
		showEnglishCard(false, given({ message }));
		expect(screen.getByText(english['card-opted-out-text']).hidden).toBe(!isIntroduced);
		expect(document.querySelector('blockquote')?.hidden).toBe(isIntroduced);
	});

	test.each([true, false])('names a mentor who is not the one asked for: %s', (isSubstitute) => {
		showEnglishCard(false, given({}, isSubstitute));
		expect(screen.getByText(/is not available/).hidden).toBe(!isSubstitute);
	});

	test('fills in a subject for a question, and what comes later without moving the focus', () => {
		const { view } = showEnglishCard(false, given({ editCount: undefined }));
		const link = screen.getByRole('link', { name: english['card-mentor-ask'] });
		expect(link.getAttribute('href')).toContain('&preloadtitle=Mentorship');
		link.focus();
		view.dispatch({ type: 'mentorShown', mentor });
		expect(document.activeElement).toBe(link);
		expect(screen.getByText(/5,000 edits/)).toBeTruthy();
	});
});

describe('the menu', () => {
	const open = () => {
		const shown = showEnglishCard(false, given());
		const button = screen.getByRole('button', { name: english['card-mentor-menu'] });
		button.focus();
		return {
			...shown,
			button,
			press: (key: string) => fireEvent.keyDown(document.activeElement ?? button, { key }),
		};
	};

	test('opens with its first item, and arrow keys go round', () => {
		const { button, press } = open();
		const seen = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp'].map((key) => {
			press(key);
			return document.activeElement?.textContent;
		});
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
		fireEvent.focusOut(document.activeElement ?? button, { relatedTarget: document.body });
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

describe('the community’s pages', () => {
	test.each([
		['links to the one about mentorship', '/wiki/Help:Mentors', 1],
		['has no link where there is none', '', 0],
	])('the opted-out card %s', (_what, address, links) => {
		pages.set('card-help-page', address);
		showEnglishCard(true);
		const found = screen.queryAllByRole('link', { name: english['card-about-title'] });
		expect(found).toHaveLength(links);
	});

	test.each([
		['links to the help desk where no mentor is available', noMentor, 1],
		['does not where something else went wrong', { ...noMentor, key: 'failure-offline' }, 0],
	] as const)('the failure %s, on the card and in the dialog', (_what, failure, links) => {
		pages.set('card-help-desk', '/wiki/Project:Help_desk');
		showEnglishCard(false, { type: 'mentorMissing', failure });
		showEnglishCard(true, opened('get'), changed({ failure }));
		const found = screen.queryAllByRole('link', { name: english['card-help-desk-ask'] });
		expect(found).toHaveLength(2 * links);
	});
});

describe('the places', () => {
	test('each has the card, and both follow', () => {
		const { view, root } = showEnglishCard(true);
		const before = root.firstChild;
		view.drawIn([root, addPlace()]);
		expect(root.firstChild).toBe(before);
		view.dispatch(given());
		expect(screen.getAllByRole('heading', { name: 'Your mentor' })).toHaveLength(2);
	});

	test('one that comes when the page is drawn anew has what the person did before', () => {
		const { view, root } = showEnglishCard(true, given());
		root.remove();
		const place = addPlace();
		view.drawIn([place]);
		expect(within(place).getByRole('heading').textContent).toBe('Your mentor');
	});

	test('texts that come later are drawn, but not while the person is in the card', () => {
		const { view, root } = showEnglishCard(true);
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
	const { retry } = showEnglishCard(false, { type: 'mentorMissing', failure: noMentor });
	expect(screen.getByRole('alert').textContent).toBe(english['failure-no-mentor']);
	fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
	expect(retry).toHaveBeenCalledOnce();
});

test('a place is in the person’s language and in sight, and none of the page’s colours are in it', () => {
	document.documentElement.lang = 'ar';
	// The environment does not know it.
	Object.assign(document, { dir: 'rtl' });
	document.body.innerHTML =
		'<div style="--outside: 1"><div id="mw-content-text"><p style="--page: 1; color: red">' +
		'<span style="--own: 1; visibility: hidden" lang="de" dir="ltr"></span></p></div></div>';
	const root = document.querySelector('span') ?? expect.fail();
	showEnglishCard(true).view.drawIn([root]);
	expect([root.lang, root.dir, root.style.visibility]).toEqual(['ar', 'rtl', '']);
	const styles = [...document.querySelectorAll('[style]')].map((element) =>
		element.getAttribute('style'),
	);
	expect(styles.join()).toMatch(/--outside/);
	expect(styles.join()).toMatch(/color: red/);
	expect(styles.join()).not.toMatch(/--page|--own/);
	document.documentElement.lang = '';
});

test('the menu follows the mouse, and arrow keys do not scroll the page', () => {
	showEnglishCard(false, given());
	const button = screen.getByRole('button', { name: english['card-mentor-menu'] });
	expect(button.getAttribute('aria-haspopup')).toBe('menu');
	// Nothing else is to hear of it.
	expect(fireEvent.keyDown(button, { key: 'ArrowDown' })).toBe(false);
	const leave = screen.getByRole('menuitem', { name: english['card-leave-title'] });
	fireEvent.mouseEnter(leave);
	expect(document.activeElement).toBe(leave);
});

test('the opted-out card is in Codex’s clothes, asks on a press, and its heading can be focused', () => {
	const { root, openDialog } = showEnglishCard(true);
	const button = screen.getByRole('button', { name: english['card-opted-out-get'] });
	button.click();
	expect(openDialog.mock.calls).toEqual([['get']]);
	expect(button.className).toBe('cdx-button cdx-button--action-progressive');
	expect(root.firstElementChild?.className).toBe('mentorship-card');
	expect(root.querySelector('h2')?.getAttribute('tabindex')).toBe('-1');
});
