/** Text that is HTML already. Only `html` and `trustedHtml` make one. */
export class Html {
	readonly source: string;
	constructor(source: string) {
		this.source = source;
	}
}

type Part = Html | string | number | null | readonly Part[];

/** HTML with values put in: text is escaped, lists are joined, `null` is nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
	return new Html(
		strings.reduce((result, string, index) => {
			const value = values[index - 1] ?? null;
			return result + write(value) + string;
		}),
	);
}

/** @param source HTML from a place that no user writes to. */
export function trustedHtml(source: string): Html {
	return new Html(source);
}

/** Data for a `<script type="application/json">`: no `<` can end it. */
export function jsonForScript(data: unknown): Html {
	return new Html(JSON.stringify(data).replaceAll('<', '\\u003c'));
}

function write(part: Part): string {
	if (part instanceof Html) {
		return part.source;
	}
	if (part === null) {
		return '';
	}
	return typeof part === 'object' ? part.map(write).join('') : escapeText(String(part));
}

const escapes: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#039;',
};

function escapeText(text: string): string {
	return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}
