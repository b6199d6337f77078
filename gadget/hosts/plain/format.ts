const millisecondsPerDay = 86_400_000;

/** @param language A BCP 47 code. */
export function formatNumber(count: number, language: string): string {
	return new Intl.NumberFormat(language).format(count);
}

/**
 * How long ago something was, in whole days of the person's own calendar, or months: "today",
 * "yesterday", "3 days ago", "5 months ago".
 *
 * @param then Milliseconds since 1970.
 * @param now Milliseconds since 1970.
 * @param language A BCP 47 code.
 */
export function formatRelativeDay(then: number, now: number, language: string): string {
	const days = Math.round((startOfDay(now) - startOfDay(then)) / millisecondsPerDay);
	const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
	return days < 60
		? format.format(-Math.max(days, 0), 'day')
		: format.format(-Math.round(days / 30.44), 'month');
}

function startOfDay(time: number): number {
	return new Date(time).setHours(0, 0, 0, 0);
}
