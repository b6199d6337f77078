/**
 * Parameters as a form sends them, MediaWiki's way: lists are joined with `|`, or with U+001F where
 * a value has one; what is `false` or `undefined` is not sent at all; the token comes last, so that
 * a request that was cut short has none.
 */
export function serialize(parameters: Readonly<Record<string, unknown>>): string {
	const pairs = Object.entries(parameters)
		.filter(([, value]) => value !== undefined && value !== false)
		.map(([name, value]) => [name, writeValue(value)] as [string, string])
		.sort(([a], [b]) => Number(a === 'token') - Number(b === 'token'));
	return new URLSearchParams(pairs).toString();
}

function writeValue(value: unknown): string {
	if (!Array.isArray(value)) {
		return value === true ? '1' : String(value);
	}
	return value.some((item) => String(item).includes('|'))
		? `\u001f${value.join('\u001f')}`
		: value.join('|');
}
