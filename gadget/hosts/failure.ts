import english from '../i18n/en.json';
import type { MessageKey } from '../i18n/messages.ts';

/** Why something could not be done, for the person: a message, and its parameter. */
export interface Failure {
	readonly key: MessageKey;
	readonly parameter: string;
}

/**
 * Explains an error of a host to the person: `failure-CODE` where MediaWiki's error code (or ours,
 * of `ApiError`) has a sentence of its own, otherwise the wiki's own words. What is not an answer of the
 * wiki at all is a fault of its scripts or servers, whose words help nobody.
 */
export function explainFailure(error: unknown): Failure {
	const { code, text }: { code?: string; text?: string } = Object(error);
	const key = `failure-${code ?? 'server'}`;
	return {
		key: key in english ? (key as MessageKey) : 'failure-other',
		parameter: text || String(code),
	};
}
