import { describe, expect, test } from 'vitest';
import { formatNumber, formatRelativeDay } from '../../../gadget/hosts/plain/format.ts';
import {
	createNumberFormat,
	formatAgo,
	formatDuration,
	formatPercentage,
} from '../../../gadget/settings/format.ts';

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

/** All of two letters, and MediaWiki's own for languages and variants that have no code, as its pages say them. */
const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
const odd =
	'de-x-formal es-x-formal hu-x-formal nl-x-informal en-x-simple en-x-rtl jv-x-bms nap-x-tara lzh nan vro sgs ' +
	'cbk-x-zam egl nds-NL be-tarask be-x-old sr-Cyrl sr-Latn crh-Latn kk-Arab ku-Latn shi-Tfng ug-Arab ' +
	'uz-Cyrl tt-Latn hif-Latn zh-Hans zh-Hant-TW yue-Hant gsw roa-x-rup rup als-x-old mo qqx ban-Bali ' +
	'ike-Cans gan-Hans tg-Cyrl iu crh-RO mhr sd-Deva ann tok';
const codes = [...letters.flatMap((one) => letters.map((two) => one + two)), ...odd.split(' ')];

test('no language code keeps a number, a time or a list from being written', () => {
	expect(codes.length).toBeGreaterThan(552);
	const failing = codes.filter((code) => {
		try {
			const texts = [
				formatNumber(5000, code),
				formatRelativeDay(now - day, now, code),
				createNumberFormat(code)(5000),
				formatPercentage(1, 3, code),
				formatDuration(90, code),
				formatAgo(90, code),
				new Intl.ListFormat(code).format(['6', '7']),
			];
			return texts.some((text) => text === '');
		} catch {
			return true;
		}
	});
	expect(failing).toEqual([]);
});

test('formats numbers as the language does', () => {
	expect([formatNumber(5000, 'en'), formatNumber(5000, 'de')]).toEqual(['5,000', '5.000']);
});
