import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { writeDocument } from '../../gadget/settings/form/document.ts';
import { age, closeForms, edits, openForm, type } from './harness.ts';

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

afterEach(() => {
	cleanup();
	closeForms();
});

const theirs = { enabled: false, minEditcount: 9000, minTenureInDays: 90 };
const later = { id: 9, user: '<i>B</i>', text: writeDocument(null, theirs) };

async function conflict(revision: typeof later | null, words: RegExp) {
	const { page } = await openForm();
	type(edits(), '700');
	page.save.mockResolvedValueOnce({ kind: 'conflict', revision, isOwn: revision?.user === 'Me' });
	press('Save');
	expect((await screen.findByRole('alert')).textContent).toMatch(words);
	return page;
}

test.each([
	['someone else', later, /\u2068<i>B<.i>\u2069 saved these settings in the meantime/, 2],
	['the same person', { ...later, user: 'Me' }, /^You saved these settings in another tab/, 2],
	['no one where the page was deleted', null, /was deleted/, 1],
])('a conflict names %s, and offers what can be done', async (_who, revision, words, choices) => {
	await conflict(revision, words);
	expect(screen.getAllByRole('button', { name: /^(Keep mine|Use the saved ones)$/ })).toHaveLength(
		choices,
	);
});

test('a conflict shows theirs beside mine, and saves mine in place of theirs', async () => {
	const page = await conflict(later, /saved these settings/);
	const rows = within(screen.getByRole('table')).getAllByRole('row');
	expect(rows.map(({ textContent }) => textContent)).toEqual([
		'YoursOn the wiki',
		'Opt out experienced users from mentorship✓✗',
		'Number of edits7009,000',
		'Account age (in days)3090',
	]);
	page.save.mockResolvedValueOnce({ kind: 'unchanged' });
	press('Keep mine');
	expect(page.save.mock.lastCall?.[2]).toEqual(later);
	await screen.findByText(/Nothing to save/);
	expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Save' }));
});

test('a conflict ends by taking theirs', async () => {
	await conflict(later, /saved these settings/);
	press('Use the saved ones');
	expect([edits().value, age().value]).toEqual(['9000', '90']);
	expect(screen.queryByText(/saved these settings/)).toBeNull();
});
