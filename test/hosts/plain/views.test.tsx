import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { MentorProfile } from '../../../gadget/hosts/host.ts';
import type { CardActions } from '../../../gadget/hosts/plain/actions.ts';
import { Card } from '../../../gadget/hosts/plain/Card.tsx';
import { type CardState, initialCard, reduceCard } from '../../../gadget/hosts/plain/card.ts';
import type { CardContext } from '../../../gadget/hosts/plain/cardContext.ts';
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
const given = (props: Partial<MentorProfile> = {}, isSubstitute = false): CardState => ({
	...initialCard(false),
	face: { kind: 'mentor', mentor: { ...mentor, ...props }, isSubstitute },
});

function show(state: CardState): CardActions {
	const actions: CardActions = {
		dispatch: vi.fn(),
		openDialog: vi.fn(),
		confirm: vi.fn(),
		followMentor: vi.fn(),
		retry: vi.fn(),
	};
	const context: CardContext = { text, language: 'en', now, actions };
	render(<Card state={state} context={context} />);
	return actions;
}

afterEach(cleanup);

describe('the mentor card', () => {
	test('shows names and messages as text, never as HTML', () => {
		show(given());
		expect(screen.getByRole('link', { name: '<b>Mentor</b>' }).getAttribute('href')).toBe(
			'/wiki/User:Mentor',
		);
		expect(document.querySelector('blockquote')?.textContent).toBe(mentor.message);
		expect(document.querySelector('img, b')).toBeNull();
	});

	test('tells how much and how recently the mentor edits', () => {
		show(given());
		expect(screen.getByText(/5,000 edits/).textContent).toContain('Active today');
	});

	test.each([
		['never edited', { lastActive: null }],
		['is not known yet', { lastActive: undefined, editCount: undefined }],
	])('leaves out what the mentor has not: %s', (_what, props) => {
		show(given(props));
		expect(screen.queryByText(/Active/)).toBeNull();
	});

	test('quotes nobody where the mentor wrote nothing, or it is still to come', () => {
		show(given({ message: null }));
		expect(screen.getByText(english['card-opted-out-text'])).toBeTruthy();
		expect(document.querySelector('blockquote')).toBeNull();
		cleanup();
		show(given({ message: undefined }));
		expect(screen.queryByText(english['card-opted-out-text'])).toBeNull();
	});

	test('fills in a subject for a question', () => {
		show(given());
		const link = screen.getByRole('link', { name: english['card-mentor-ask'] });
		expect(link.getAttribute('href')).toContain('&preloadtitle=Mentorship');
	});

	test('names a mentor who is not the one asked for', () => {
		show(given({}, true));
		expect(screen.getByText(/is not available/).textContent).toContain('<b>Mentor</b>');
	});

	test('opens its menu, whose items open dialogs', () => {
		const actions = show({ ...given(), isMenuOpen: true });
		fireEvent.click(screen.getByRole('button', { name: english['card-leave-title'] }));
		expect(actions.openDialog).toHaveBeenCalledWith('leave');
		fireEvent.keyDown(screen.getByRole('group'), { key: 'Escape' });
		expect(actions.dispatch).toHaveBeenCalledWith({
			type: 'menuChanged',
			isMenuOpen: false,
		});
	});
});

describe('the dialog', () => {
	const opened = (choosableMentor: string | null): CardState =>
		reduceCard(initialCard(true), { type: 'dialogOpened', kind: 'get', choosableMentor });

	test('offers a choice of mentors where there is one to make', () => {
		const actions = show(opened('Mentor'));
		const [same, different] = within(screen.getByRole('dialog')).getAllByRole('radio');
		expect([same, different].map((radio) => (radio as HTMLInputElement).checked)).toEqual([
			true,
			false,
		]);
		fireEvent.click(different as HTMLElement);
		expect(actions.dispatch).toHaveBeenCalledWith({
			type: 'dialogChanged',
			change: { wish: 'differentMentor' },
		});
	});

	test('offers none where there is none', () => {
		show(opened(null));
		expect(screen.queryAllByRole('radio')).toEqual([]);
	});

	test('says who will come back, once that is known', () => {
		const change = { returningMentor: '<b>Marius</b>' };
		show(reduceCard(opened(null), { type: 'dialogChanged', change }));
		expect(screen.getByText(/will be your mentor again/).textContent).toContain('<b>Marius</b>');
	});

	test('says that it is working, and cannot be left then', () => {
		show(reduceCard(opened(null), { type: 'dialogChanged', change: { isBusy: true } }));
		expect(
			screen.getByRole('button', { name: english['card-get-busy'] }).getAttribute('aria-disabled'),
		).toBe('true');
		expect((screen.getByRole('button', { name: 'Cancel' }) as HTMLButtonElement).disabled).toBe(
			true,
		);
	});

	test('says what went wrong, and offers to try again', () => {
		const failure = { key: 'failure-other', parameter: '<i>no</i>' } as const;
		const actions = show(reduceCard(opened(null), { type: 'dialogChanged', change: { failure } }));
		expect(screen.getByRole('alert').textContent).toContain('<i>no</i>');
		fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
		expect(actions.confirm).toHaveBeenCalledOnce();
	});

	test('is left by Escape', () => {
		const actions = show(opened(null));
		fireEvent(screen.getByRole('dialog'), new Event('cancel'));
		expect(actions.dispatch).toHaveBeenCalledWith({ type: 'dialogClosed' });
	});
});

test('a person for whom no mentor was found is told so and can try again', () => {
	const failure = { key: 'failure-no-mentor', parameter: '' } as const;
	const actions = show(reduceCard(initialCard(false), { type: 'mentorMissing', failure }));
	expect(screen.getByRole('alert').textContent).toBe(english['failure-no-mentor']);
	fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
	expect(actions.retry).toHaveBeenCalledOnce();
});
