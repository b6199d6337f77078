import Banana from 'banana-i18n';
import { formatMessage } from '../../server-mock/wiki/messages/format.ts';
import type { WikiMap } from './map.ts';

/** What `mw.message` returns. */
export interface Message {
	params(values: readonly unknown[]): Message;
	exists(): boolean;
	plain(): string;
	text(): string;
	/** HTML of the text. */
	escaped(): string;
	parse(): string;
	toString(): string;
}

/**
 * `mw.message` and `mw.msg`.
 *
 * @param understands Whether `{{PLURAL}}` and `{{GENDER}}` are worked out: MediaWiki does so only
 * once the module `mediawiki.jqueryMsg` is there.
 */
export function createClientMessages(
	messages: WikiMap,
	language: string,
	understands: () => boolean,
) {
	const banana = new Banana(language);
	const message = (key: string, ...values: unknown[]): Message => {
		const raw = messages.get(key);
		const source = typeof raw === 'string' ? raw : null;
		const format = (work: (text: string) => string) =>
			source === null ? `⧼${key}⧽` : work(source);
		const plain = () => format((text) => substitute(text, values));
		const text = () => {
			if (!understands()) {
				return plain();
			}
			return format((text) => formatMessage(banana, text, values.map(textOf), String));
		};
		return {
			params: (more) => message(key, ...values, ...more),
			exists: () => source !== null,
			plain,
			text,
			escaped: () => escapeHtml(text()),
			parse: () => escapeHtml(text()),
			toString: text,
		};
	};
	return {
		message,
		msg: (key: string, ...values: unknown[]) => message(key, ...values).toString(),
		convertNumber: (number: number) => new Intl.NumberFormat(language).format(number),
	};
}

function substitute(text: string, values: readonly unknown[]): string {
	return text.replace(/\$(\d+)/g, (placeholder, number: string) => {
		const index = Number(number) - 1;
		return index in values ? String(values[index]) : placeholder;
	});
}

/** `{{GENDER:$1|…}}` takes a gender, or `mw.user`, whose option says it. */
function textOf(value: unknown): string {
	const options = (Object(value) as { options?: WikiMap }).options;
	return String(options === undefined ? value : options.get('gender', 'unknown'));
}

function escapeHtml(text: string): string {
	const element = document.createElement('span');
	element.textContent = text;
	return element.innerHTML.replaceAll('"', '&quot;').replaceAll("'", '&#039;');
}
