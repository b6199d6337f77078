import english from '../i18n/en.json';
import type { MessageKey } from '../i18n/messages.ts';
import { ApiError } from '../wiki/api.ts';
import { log } from '../wiki/page.ts';

/** Why something could not be done, for the person: a message, and its parameter. */
export interface Failure {
	readonly key: MessageKey;
	readonly parameter: string;
}

/**
 * Explains an error of a host to the person: `failure-CODE` where MediaWiki's error code (or ours,
 * of `ApiError`) has a sentence of its own, otherwise the wiki's own words. What is not of the wiki at
 * all is a mistake of ours, or a browser that is too old: the console has its words, the person a sentence.
 */
export function explainFailure(error: unknown): Failure {
	if (!(error instanceof ApiError)) {
		log(error);
		return { key: 'failure-own', parameter: '' };
	}
	const { code, text } = error;
	const key = `failure-${code}`;
	return { key: key in english ? (key as MessageKey) : 'failure-other', parameter: text || code };
}
