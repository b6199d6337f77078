const millisecondsPerDay = 86_400_000;

/** @param language A BCP 47 code. */
export function formatNumber(count: number, language: string): string {
	return new Intl.NumberFormat(language).format(count);
}

/**
 * How long ago something was, in whole days of the person's own calendar, months or years: "today",
 * "yesterday", "3 days ago".
 *
 * @param then Milliseconds since 1970.
 * @param now Milliseconds since 1970.
 * @param language A BCP 47 code.
 */
export function formatRelativeDay(then: number, now: number, language: string): string {
	const days = Math.round((startOfDay(now) - startOfDay(then)) / millisecondsPerDay);
	const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
	if (days < 60) {
		return format.format(-Math.max(days, 0), 'day');
	}
	return days < 730
		? format.format(-Math.round(days / 30.44), 'month')
		: format.format(-Math.round(days / 365.25), 'year');
}

function startOfDay(time: number): number {
	return new Date(time).setHours(0, 0, 0, 0);
}
