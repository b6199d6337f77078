const secondsPerMinute = 60;
const secondsPerHour = 3600;
const secondsPerDay = 86_400;

/** Numbers as the person writes them; making the format anew for each cell of a table is slow. */
export function createNumberFormat(language: string): (value: number) => string {
	const format = new Intl.NumberFormat(language);
	return (value) => format.format(value);
}

/** A share in hundredths, without the sign: a whole number, or what a small share begins with. */
export function formatPercentage(part: number, whole: number, language: string): string {
	return new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(
		(part / (whole || 1)) * 100,
	);
}

/** A duration, in its greatest whole unit: "40 seconds", "2 minutes". */
export function formatDuration(seconds: number, language: string): string {
	const [value, unit] = scale(seconds);
	return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
		Math.ceil(value),
	);
}

/** How long ago something was: "5 minutes ago", "now". */
export function formatAgo(seconds: number, language: string): string {
	const [value, unit] = scale(Math.max(seconds, 0));
	return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
		-Math.floor(value),
		unit,
	);
}

function scale(seconds: number): [number, 'second' | 'minute' | 'hour' | 'day'] {
	if (seconds < 2 * secondsPerMinute) {
		return [seconds, 'second'];
	}
	if (seconds < 2 * secondsPerHour) {
		return [seconds / secondsPerMinute, 'minute'];
	}
	return seconds < 2 * secondsPerDay
		? [seconds / secondsPerHour, 'hour']
		: [seconds / secondsPerDay, 'day'];
}
