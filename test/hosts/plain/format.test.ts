import { describe, expect, test } from 'vitest';
import { formatNumber, formatRelativeDay } from '../../../gadget/hosts/plain/format.ts';

const now = new Date(2026, 10, 22, 0, 30).getTime();
const hour = 3_600_000;
const day = 24 * hour;

describe('formatRelativeDay', () => {
	test.each([
		['this very moment', 0, 'today'],
		['half an hour ago', hour / 2, 'today'],
		['an hour ago, before midnight', hour, 'yesterday'],
		['three days ago', 3 * day, '3 days ago'],
		['59 days ago', 59 * day, '59 days ago'],
		['60 days ago', 60 * day, '2 months ago'],
		['in a moment, by a clock that is ahead', -hour, 'today'],
	])('says of %s', (_what, age, expected) => {
		expect(formatRelativeDay(now - age, now, 'en')).toBe(expected);
	});

	test('speaks the language of the person', () => {
		expect(formatRelativeDay(now - day, now, 'de')).toBe('gestern');
	});
});

test('formats numbers as the language does', () => {
	expect([formatNumber(5000, 'en'), formatNumber(5000, 'de')]).toEqual(['5,000', '5.000']);
});
