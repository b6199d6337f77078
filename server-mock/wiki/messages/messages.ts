import Banana from 'banana-i18n';
import type { Gender } from '../../store/users.ts';
import arabic from './ar.json' with { type: 'json' };
import german from './de.json' with { type: 'json' };
import english from './en.json' with { type: 'json' };
import { formatMessage } from './format.ts';
import hebrew from './he.json' with { type: 'json' };
import japanese from './ja.json' with { type: 'json' };
import { fallbackLanguages } from './languages.ts';

/** The interface's texts: upstream's keys, this project's words. */
export interface Messages {
	keys(): string[];
	/** The text as written, with `$1` and `{{GENDER:…}}`; `null` where there is none. */
	raw(language: string, key: string): string | null;
	/** The text with its values put in; `null` where there is none. */
	textOrNull(language: string, key: string, ...values: readonly string[]): string | null;
	/** The text with its values put in; `⧼key⧽` where there is none, as MediaWiki shows it. */
	text(language: string, key: string, ...values: readonly string[]): string;
}

const fallback: Readonly<Record<string, string>> = english;
const translations: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	ar: arabic,
	de: german,
	he: hebrew,
	ja: japanese,
};

/** @param genderOf What a user of that name wants to be called; `{{GENDER:name|…}}` asks it. */
export function createMessages(genderOf: (userName: string) => Gender): Messages {
	const parsers = new Map<string, Banana>();
	const parserOf = (language: string): Banana => {
		const parser = parsers.get(language) ?? new Banana(language);
		parsers.set(language, parser);
		return parser;
	};
	const textOrNull: Messages['textOrNull'] = (language, key, ...values) => {
		const raw = rawText(language, key);
		return raw === null ? null : formatMessage(parserOf(language), raw, values, genderOf);
	};
	return {
		keys: () => Object.keys(fallback),
		raw: rawText,
		textOrNull,
		text: (language, key, ...values) => textOrNull(language, key, ...values) ?? `⧼${key}⧽`,
	};
}

function rawText(language: string, key: string): string | null {
	const chain = [language, ...fallbackLanguages(language)];
	const texts = chain.map((code) => (code === 'en' ? fallback : translations[code])?.[key]);
	return texts.find((text) => text !== undefined) ?? null;
}
