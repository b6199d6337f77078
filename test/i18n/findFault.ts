import Banana from 'banana-i18n';

export type Texts = Readonly<Record<string, string>>;

/** A text taken apart. */
interface Parsed {
	/** All that can show, every form of it. */
	readonly shown: string;
	readonly choices: readonly Choice[];
}

interface Choice {
	readonly kind: 'PLURAL' | 'GENDER';
	/** What it goes by: `$1`. */
	readonly by: string;
	readonly forms: readonly string[];
}

/**
 * What is wrong with a text of a language, or `null`.
 *
 * @param originals The English texts, whose parameters it has to have.
 */
export function findFault(
	language: string,
	key: string,
	texts: Texts,
	originals: Texts,
): string | null {
	const text = texts[key] ?? '';
	const faults = [findBadWriting(text), findBadForms(language, text, originals[key] ?? '')];
	return faults.find((fault) => fault !== null) ?? null;
}

function findBadWriting(text: string): string | null {
	if (text.trim() === '') {
		return 'It is empty.';
	}
	if (text !== text.trim() || / {2}/.test(text)) {
		return 'It has white space that nobody sees.';
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
	return opened === closed ? null : 'An isolate is not closed.';
}

function findBadForms(language: string, text: string, original: string): string | null {
	const parsed = parse(language, text);
	if (parsed === null) {
		return 'It cannot be parsed.';
	}
	const wanted = parse('en', original);
	const shown = parametersOf(parsed.shown);
	const expected = parametersOf(wanted?.shown ?? '');
	if (shown !== expected) {
		return `It shows other parameters than the original: ${shown}, not ${expected}.`;
	}
	const known: readonly string[] = original.match(/\$\d/g) ?? [];
	for (const { kind, by, forms } of parsed.choices) {
		if (!known.includes(by) && !(kind === 'GENDER' && by === '')) {
			return `${kind} asks for ${by}, which the original does not have.`;
		}
		if (forms.some((form) => form.trim() === '')) {
			return `${kind} has an empty form.`;
		}
		const isRight = kind === 'PLURAL' ? forms.length === pluralForms(language) : forms.length <= 3;
		if (!isRight) {
			return `${forms.length} forms of ${kind} are not what the language has.`;
		}
	}
	const isMissing = (choice: Choice) =>
		!parsed.choices.some(({ kind, by }) => kind === choice.kind && by === choice.by);
	const missing = wanted?.choices.find((choice) => choice.kind === 'PLURAL' && isMissing(choice));
	return missing !== undefined && pluralForms(language) > 1
		? `It has no PLURAL of ${missing.by}.`
		: null;
}

/** With the parser that Wikimedia keeps for such texts; `null` where it cannot. */
function parse(language: string, text: string): Parsed | null {
	const choices: Choice[] = [];
	const banana = new Banana(language);
	for (const kind of ['PLURAL', 'GENDER'] as const) {
		banana.registerParserPlugin(kind.toLowerCase(), ([by, ...forms]) => {
			choices.push({ kind, by: String(by), forms: forms.map(String) });
			return forms.join(' ');
		});
	}
	try {
		const shown = banana.i18n(text);
		return /[{}]/.test(shown) ? null : { shown, choices };
	} catch {
		return null;
	}
}

function parametersOf(shown: string): string {
	return [...new Set(shown.match(/\$\d/g))].sort().join(' ') || 'none';
}

/** How many forms whole numbers take in a language. */
function pluralForms(language: string): number {
	const rules = new Intl.PluralRules(language);
	return new Set(Array.from({ length: 1001 }, (_, number) => rules.select(number))).size;
}
