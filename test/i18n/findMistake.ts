import Banana from 'banana-i18n';

export type Texts = Readonly<Record<string, string>>;

interface Choice {
	readonly kind: 'PLURAL' | 'GENDER';
	/** What it goes by: `$1`. */
	readonly by: string;
	readonly forms: readonly string[];
}

/**
 * What in a translation would break the gadget, as a sentence, or `null`. A translator may be wrong
 * about anything else: a text that is missing, equal to the English one or in another order is fine.
 */
export function findBreakage(
	language: string,
	key: string,
	text: unknown,
	originals: Texts,
): string | null {
	const original = originals[key];
	if (original === undefined) {
		return 'There is no such key in en.json.';
	}
	if (typeof text !== 'string') {
		return 'It is not a text.';
	}
	// The gadget leaves such a text out: others look up texts, or hang.
	const further = /\{\{(?!PLURAL:|GENDER:)[^:|}]*/i.exec(text)?.[0];
	if (further !== undefined) {
		return `“${further}” is not known here, only PLURAL and GENDER.`;
	}
	const choices = parse(language, text);
	if (choices === null) {
		return 'It cannot be parsed.';
	}
	const known: readonly string[] = original.match(/\$\d/g) ?? [];
	const used = [...(text.match(/\$\d+/g) ?? []), ...choices.map(({ by }) => by)];
	const unknown = used.find((parameter) => parameter !== '' && !known.includes(parameter));
	if (unknown !== undefined) {
		return `The original has no parameter ${unknown}.`;
	}
	const tooMany = choices.find(
		({ kind, forms }) => kind === 'PLURAL' && forms.length > pluralForms(language),
	);
	return tooMany === undefined
		? null
		: `PLURAL has ${tooMany.forms.length} forms, and the language ${pluralForms(language)}.`;
}

/** What is wrong with an English text, or `null`: all translations are made from it. */
export function findMistake(text: string): string | null {
	if (text.trim() === '') {
		return 'It is empty.';
	}
	if (text !== text.trim() || / {2}/.test(text)) {
		return 'It has white space that cannot be seen.';
	}
	const markup = /<|>|&#?\w+;/.exec(text)?.[0];
	if (markup !== undefined) {
		return `“${markup}” is HTML.`;
	}
	const wikitext = /\[|\]|''|~~~|__|\{\{(?!(PLURAL|GENDER):)\w*/.exec(text)?.[0];
	if (wikitext !== undefined) {
		return `“${wikitext}” is wikitext.`;
	}
	if (/TODO|FIXME|XXX|�|\bundefined\b|\bnull\b|^[a-z]+(-[a-z]+)+$/.test(text)) {
		return 'A leftover of a program is in it.';
	}
	const opened = text.match(/[\u2066-\u2068]/g)?.length ?? 0;
	const closed = text.match(/\u2069/g)?.length ?? 0;
	if (opened !== closed) {
		return 'An isolate is not closed.';
	}
	const choices = parse('en', text);
	if (choices === null) {
		return 'It cannot be parsed.';
	}
	const bad = choices.find(
		({ kind, forms }) =>
			forms.some((form) => form.trim() === '') ||
			(kind === 'PLURAL' ? forms.length !== 2 : forms.length > 3),
	);
	return bad === undefined ? null : `${bad.kind} of ${bad.by} has the wrong forms.`;
}

/** With the parser that Wikimedia keeps for such texts; `null` where it cannot. */
function parse(language: string, text: string): readonly Choice[] | null {
	const choices: Choice[] = [];
	const banana = new Banana(language);
	for (const kind of ['PLURAL', 'GENDER'] as const) {
		banana.registerParserPlugin(kind.toLowerCase(), ([by, ...forms]) => {
			// `0=none` is for one number, and no form of the language.
			const general = forms.map(String).filter((form) => !/^\d+=/.test(form));
			choices.push({ kind, by: String(by), forms: general });
			return forms.join(' ');
		});
	}
	try {
		const shown = banana.i18n(text);
		return /[{}]/.test(shown) ? null : choices;
	} catch {
		return null;
	}
}

/** How many forms whole numbers take in a language; any number where that is not known. */
function pluralForms(language: string): number {
	if (supportedLocales(language).length === 0) {
		return Number.POSITIVE_INFINITY;
	}
	const rules = new Intl.PluralRules(language);
	return new Set(Array.from({ length: 1001 }, (_, number) => rules.select(number))).size;
}

function supportedLocales(language: string): string[] {
	try {
		return Intl.PluralRules.supportedLocalesOf(language);
	} catch {
		// MediaWiki has codes that are none of BCP 47.
		return [];
	}
}
