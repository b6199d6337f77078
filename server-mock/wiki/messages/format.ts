import type Banana from 'banana-i18n';

/**
 * Puts values into a text, and works out `{{PLURAL:$1|…}}` and `{{GENDER:$1|…}}` of them.
 *
 * @param banana Of the text's language.
 * @param values `$1`, `$2`, …; numbers may be written for readers already (`5,321`).
 * @param genderOf What a value says of gender: `male`, `female` or `unknown`.
 * @returns The text as it is where it cannot be made out.
 */
export function formatMessage(
	banana: Banana,
	text: string,
	values: readonly string[],
	genderOf: (value: string) => string,
): string {
	const valueAt = (number: string) => values[Number(number) - 1] ?? '';
	const prepared = text
		// Banana would take the first digits for the number.
		.replace(/\{\{PLURAL:\s*\$(\d+)/gi, (_, n) => `{{PLURAL:${valueAt(n).replace(/\D/g, '')}`)
		.replace(/\{\{GENDER:\s*\$(\d+)/gi, (_, n) => `{{GENDER:${genderOf(valueAt(n))}`);
	try {
		// What is not a key of a message is taken for a text.
		return banana.i18n(prepared, ...values);
	} catch {
		// A community may have written anything there: MediaWiki shows it as it was written, too.
		return text;
	}
}
