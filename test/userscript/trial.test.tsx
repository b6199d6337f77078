import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import english from '../../gadget/i18n/en.json';
import type { Text } from '../../gadget/i18n/messages.ts';
import { createTrial, type TrialDependencies } from '../../gadget/userscript/trial.tsx';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 28);
const text: Text = (key, ...parameters) =>
	parameters.reduce<string>(
		(message, parameter, index) => message.replaceAll(`$${index + 1}`, String(parameter)),
		english[key],
	);
const optedOut = english['userscript-opted-out'];
const enabled = english['userscript-enabled'];

function open(dependencies: Partial<TrialDependencies> = {}): void {
	createTrial({
		person: { id: 1, name: 'Editor', editCount: 600, registration: now - 40 * day },
		hasAsked: false,
		thresholds: null,
		text,
		language: 'en',
		now: () => now,
		...dependencies,
	})();
}
const field = (key: 'form-minEditcount' | 'form-minTenureInDays') =>
	screen.getByLabelText(english[key]);
const outcome = () => screen.getByRole('status', { hidden: true }).textContent;
const type = (key: Parameters<typeof field>[0], value: string) =>
	fireEvent.input(field(key), { target: { value } });

afterEach(cleanup);

test('It begins with the usual numbers, or with the community’s', () => {
	open();
	expect(field('form-minEditcount')).toHaveProperty('value', '500');
	fireEvent.click(screen.getByText(english.close));
	open({ thresholds: { minEditcount: 7, minTenureInDays: 3 } });
	expect(field('form-minEditcount')).toHaveProperty('value', '7');
	expect(field('form-minTenureInDays')).toHaveProperty('value', '3');
	fireEvent.click(screen.getByText(english.close));
});

test.each([
	['600', '39', optedOut],
	['600', '40', enabled],
	['601', '39', enabled],
	['', '', optedOut],
])('Under %s edits and %s days, with 600 edits and 40 days: %s', (edits, days, sentence) => {
	open();
	type('form-minEditcount', edits);
	type('form-minTenureInDays', days);
	expect(outcome()).toBe(sentence);
	fireEvent.click(screen.getByText(english.close));
	expect(screen.queryByText(english['userscript-about'])).toBeNull();
});

test('A person who has asked for a mentor stays in, whatever the numbers', () => {
	open({ hasAsked: true });
	type('form-minEditcount', '0');
	expect(outcome()).toBe(english['userscript-asked']);
	fireEvent.click(screen.getByText(english.close));
});

test('An account of unknown age counts as old, and the dialog says so', () => {
	open({ person: { id: 1, name: 'Editor', editCount: 600, registration: null } });
	expect(screen.getByText(/age of your account is unknown/)).toBeTruthy();
	expect(outcome()).toBe(optedOut);
});
