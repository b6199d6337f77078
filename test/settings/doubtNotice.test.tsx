import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import english from '../../gadget/i18n/en.json';
import { pageWith } from './fakes.ts';
import { age, closeForms, edits, findingsOf, openForm, type } from './harness.ts';

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

afterEach(() => {
	cleanup();
	closeForms();
});

const counted: Parameters<typeof findingsOf>[0] = [
	[20, 1, 0],
	[20, 1, 1],
	[0, 1, 1],
];
test.each([
	['mentees', findingsOf(counted), 'This would opt out 2 of 3 mentees (67%). Save anyway?'],
	[
		'editors, where the wiki does not know who is a mentee',
		findingsOf(counted, null),
		'This would opt out 2 of the 3 editors who edited in the last 30 days (67%). Save anyway?',
	],
	['people, where none were counted', null, english['form-doubt-unknown']],
])(
	'a save that would opt out most of those counted is asked about first: %s',
	async (_whom, findings, question) => {
		const { page, view } = await openForm(pageWith(), { hasExtension: findings !== null });
		if (findings) {
			view.dispatchPreview({ type: 'findingsRead', findings });
		}
		type(edits(), '9');
		type(age(), '0');
		press('Save');
		expect(screen.getByRole('alert').textContent).toBe(question);
		expect(screen.queryAllByText(english['form-help-extension'])).toHaveLength(findings ? 1 : 0);
		press('Cancel');
		expect(screen.queryByRole('alert')).toBeNull();
		press('Save');
		expect(page.save).not.toHaveBeenCalled();
		page.save.mockResolvedValueOnce({ kind: 'unchanged' });
		press('Save anyway');
		await screen.findByText(/Nothing to save/);
		expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Save' }));
	},
);
