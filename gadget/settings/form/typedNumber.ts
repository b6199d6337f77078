import { highestThreshold } from '../../domain/thresholds.ts';

/** Marks of direction and joiners, which come along when something is copied. */
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Digits in groups, with one sign between them: 1,000 · 1 000 · 1’000 · 10,00,000 · 1.000.000. A
 * single point or comma that could be a decimal one (1.000, 1.5) stays unread, but for 1,000: no
 * language that has a decimal comma writes a whole number with three zeros behind it.
 */
const grouped =
	/^\d{1,3}(?:([\s,'’٬،_])\d{3}(?:\1\d{3})*|(?:\.\d{3}){2,})$|^\d{1,2}(?:,\d\d)+,\d{3}$/;

/**
 * A number as a person typed it, in the digits and groups of whichever language: an integer from 0
 * to {@link highestThreshold}, otherwise `null`.
 */
export function readNumber(typed: string): number | null {
	const text = typed
		.replace(invisible, '')
		.trim()
		.replace(/\p{Nd}/gu, toAsciiDigit);
	const digits = grouped.test(text) ? text.replace(/\D/g, '') : text;
	return /^\d+$/.test(digits) && Number(digits) <= highestThreshold ? Number(digits) : null;
}

/** Unicode has its decimal digits in runs of ten, each from zero to nine. */
function toAsciiDigit(digit: string): string {
	const code = digit.codePointAt(0) ?? 0;
	let zero = code;
	while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) {
		zero--;
	}
	return String((code - zero) % 10);
}
