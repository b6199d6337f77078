import Banana from 'banana-i18n';
import { formatMessage } from '../../server-mock/wiki/messages/format.ts';
import type { WikiMap } from './map.ts';

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
	const msg = (key: string, ...values: unknown[]): string => {
		const text = messages.get(key);
		if (typeof text !== 'string') {
			return `⧼${key}⧽`;
		}
		return understands()
			? formatMessage(banana, text, values.map(textOf), String)
			: substitute(text, values);
	};
	return {
		msg,
		message: (key: string, ...values: unknown[]) => ({ text: () => msg(key, ...values) }),
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
