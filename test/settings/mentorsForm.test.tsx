import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { MentorsForm } from '../../gadget/settings/mentors/MentorsForm.tsx';
import {
	initialMentors,
	type MentorsActions,
	type MentorsState,
} from '../../gadget/settings/mentors/mentorsActions.ts';
import { readMentorEntries } from '../../gadget/settings/mentors/mentorsDocument.ts';
import { addresses, wording } from './harness.ts';

afterEach(cleanup);

function openMentors(change: Partial<MentorsState> = {}) {
	const entries = [{ id: 7, name: 'Ben', message: 'Hello', weight: 2, away: '' }];
	const state = { ...initialMentors, isLocked: false, entries, saved: entries, ...change };
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
});

test('a list that may not be changed has nothing to press', () => {
	openMentors({ isLocked: true });
	expect(screen.getByRole('group', { name: /Ben/ })).toBeTruthy();
	expect(screen.queryByRole('button', { name: /^(Add|Save)/ })).toBeNull();
});

test('a list that is not JSON is shown where it stops being so, with the way to its source', () => {
	openMentors({ ...readMentorEntries('{\n\t"Mentors": oops\n}'), isLocked: true });
	const alert = screen.getByRole('alert');
	expect(alert.textContent).toMatch(/not valid JSON from here:"Mentors": oopsLine 2, column 13\./);
	const source = screen.getByRole('link', { name: 'Edit the source' });
	expect(source.getAttribute('href')).toBe('/wiki/mentorList');
	expect(screen.queryByRole('button')).toBeNull();
});
