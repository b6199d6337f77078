import { explainFailure, type Failure } from '../hosts/failure.ts';
import { StorageError } from '../scan/scanStore.ts';
import { ApiError } from '../wiki/api.ts';

/** Why something could not be done: our own sentence, and what the wiki said of it. */
export interface Refusal extends Failure {
	/** The wiki's own words; '' where it said nothing, or where the sentence quotes it already. */
	readonly words: string;
}

/** Explains an error to the person. */
export function explainRefusal(error: unknown): Refusal {
	if (error instanceof StorageError) {
		return { key: 'preview-scan-storage', parameter: '', words: '' };
	}
	const { code, text } = error instanceof ApiError ? error : new ApiError('');
	if (code === 'captcha') {
		return { key: 'form-failure-captcha', parameter: '', words: text };
	}
	if (code === 'blocked') {
		// The hosts' sentence is about getting a mentor.
		return { key: 'failure-other', parameter: text || code, words: '' };
	}
	const failure = explainFailure(error);
	return { ...failure, words: failure.key === 'failure-other' ? '' : text };
}
