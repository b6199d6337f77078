import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import english from '../../gadget/i18n/en.json';
import { MentorsForm } from '../../gadget/settings/mentors/MentorsForm.tsx';
import {
	initialMentors,
	type MentorsActions,
	type MentorsState,
} from '../../gadget/settings/mentors/mentorsActions.ts';
import { readMentorEntries } from '../../gadget/settings/mentors/mentorsDocument.ts';
import { addresses, wording } from './harness.ts';

afterEach(cleanup);

const ben = { id: 7, name: 'Ben', message: 'Hello', weight: 2, away: '' };

function openMentors(change: Partial<MentorsState> = {}) {
	const state = { ...initialMentors, isLocked: false, entries: [ben], saved: [ben], ...change };
	const actions = {
		load: vi.fn<MentorsActions['load']>(),
		type: vi.fn<MentorsActions['type']>(),
		edit: vi.fn<MentorsActions['edit']>(),
		remove: vi.fn<MentorsActions['remove']>(),
		add: vi.fn<MentorsActions['add']>(),
		save: vi.fn<MentorsActions['save']>(),
		keepMine: vi.fn<MentorsActions['keepMine']>(),
	};
	render(<MentorsForm state={state} actions={actions} wording={wording} addresses={addresses} />);
	return actions;
}

test.each([
	['Add', 'add'],
	['Remove', 'remove'],
	['Save', 'save'],
	['Keep mine', 'keepMine'],
	['Use the saved ones', 'load'],
] as const)('%s does what it says, and nothing else', (label, name) => {
	const actions = openMentors({ said: 'mentors-conflict' });
	fireEvent.click(screen.getByRole('button', { name: new RegExp(`^${label}`) }));
	const called = Object.entries(actions).filter(([, action]) => action.mock.calls.length > 0);
	expect(called.map(([action]) => action)).toEqual([name]);
	expect(actions.remove.mock.calls).toEqual(name === 'remove' ? [[7]] : []);
});

test.each([
	['Introduction', 'Hi', { message: 'Hi' }],
	['Assigned', '4', { weight: 4 }],
	['Away until', '2027-01-02', { away: '2027-01-02' }],
])('%s changes that of the mentor alone', (label, value, change) => {
	const actions = openMentors();
	const field = screen.getByLabelText(label);
	fireEvent[label === 'Introduction' ? 'input' : 'change'](field, { target: { value } });
	expect(actions.edit).toHaveBeenCalledExactlyOnceWith({ ...ben, ...change });
});

test('the gadget sends the form, not the browser; Enter in a name adds it instead', () => {
	const actions = openMentors({ isBusy: true });
	const name = screen.getByLabelText('User name');
	expect(fireEvent.keyDown(name, { key: 'a' })).toBe(true);
	expect(actions.add).not.toHaveBeenCalled();
	expect(fireEvent.keyDown(name, { key: 'Enter' })).toBe(false);
	expect(actions.add).toHaveBeenCalledOnce();
	expect(fireEvent.submit(screen.getByRole('form', { name: 'Mentors' }))).toBe(false);
	expect(actions.save).toHaveBeenCalledOnce();
	expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('true');
});

test.each([
	['form-saved', 'success', 0],
	['form-unchanged', 'warning', 0],
	['mentors-unknown', 'warning', 0],
	['mentors-conflict', 'warning', 2],
] as const)('%s is read out, as a %s, with %i choices', (said, kind, choices) => {
	openMentors({ said });
	const box = screen.getByText(english[said]).closest(`.cdx-message--${kind}`);
	expect(box?.closest('[role="status"]')).toBeTruthy();
	expect(box?.querySelectorAll('button')).toHaveLength(choices);
});

test.each([
	['There are no mentors yet.', { entries: [] }],
	['Mentees get one of these mentors at random.', {}],
	[/cannot be read, so they are never assigned: x$/, { unreadable: ['x'] }],
	[
		/^The wiki cannot be changed/,
		{ refusal: { key: 'failure-readonly', parameter: '', words: '' } },
	],
] satisfies Array<[string | RegExp, Partial<MentorsState>]>)('it says: %s', (sentence, change) => {
	openMentors(change);
	expect(screen.getByText(sentence)).toBeTruthy();
});

test('a list that may not be changed has nothing to press', () => {
	openMentors({ isLocked: true });
	expect(screen.getByRole('group', { name: /Ben/ })).toBeTruthy();
	expect(screen.queryByRole('button')).toBeNull();
	expect(screen.getByRole<HTMLFieldSetElement>('group', { name: /Ben/ }).disabled).toBe(true);
});

test('a list that is not JSON is shown where it stops being so, with the way to its source', () => {
	openMentors({ ...readMentorEntries('{\n\t"Mentors": oops\n}'), isLocked: true });
	const alert = screen.getByRole('alert');
	expect(alert.textContent).toMatch(/not valid JSON from here:"Mentors": oopsLine 2, column 13\./);
	const source = screen.getByRole('link', { name: 'Edit the source' });
	expect(source.getAttribute('href')).toBe('/wiki/mentorList');
	expect(screen.queryByRole('button')).toBeNull();
});
