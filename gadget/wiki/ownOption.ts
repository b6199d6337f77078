import { keep, readKept } from './kept.ts';

/** In milliseconds: long enough to go back in history, short enough to forget what changed since. */
const span = 3_600_000;

/**
 * Reads one of the person's own options, without a request: as this browser saved it lately, where
 * the page is older than that. A browser that goes back in its history, or reloads within a second,
 * shows the page of before, with the option of before.
 *
 * @returns Its text, or `null` where it is not set.
 */
export function readOwnOption(name: string): unknown {
	const text: unknown = mw.user.options.get(name);
	const [saved, ...replaced] = readSaved(name);
	return replaced.includes(text) ? saved : text;
}

/** Notes that an option has been saved on the wiki, for this page view and for stale pages. */
export function noteSavedOption(name: string, text: string): void {
	const older = [...readSaved(name), mw.user.options.get(name)].filter((old) => old !== text);
	mw.user.options.set(name, text);
	keep(ownName(name), [text, ...older], span);
}

/** @returns The text saved last, then those it took the place of; nothing where that is long ago. */
function readSaved(name: string): unknown[] {
	const texts = readKept(ownName(name), span);
	return Array.isArray(texts) ? texts : [];
}

/** Several people may use one browser. */
function ownName(name: string): string {
	return `${name}-${mw.config.get('wgUserId')}`;
}
