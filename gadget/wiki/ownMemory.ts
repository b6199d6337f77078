import { memoryOption } from '../domain/memory.ts';
import { nameHere } from './kept.ts';

/** In seconds: long enough to go back in history, short enough to forget what changed since. */
const span = 3600;

/**
 * Reads the person's own memory, without a request: as it was saved in this tab lately, where the
 * page is older than that. A browser that goes back in its history, or reloads within a second, shows
 * the page of before, with the memory of before.
 *
 * @returns The option's text, or `null` where it is not set.
 */
export function readOwnMemory(): unknown {
	const text: unknown = mw.user.options.get(memoryOption);
	const [saved, ...replaced] = readSaved();
	return replaced.includes(`${text}`.length) ? saved : text;
}

/**
 * Notes that the memory has been saved on the wiki, for this page view and for stale pages. It is
 * private, so only this tab has it, and it goes with the tab. Of the texts that it took the place of,
 * their lengths are enough.
 */
export function noteSavedMemory(text: string): void {
	const [, ...replaced] = readSaved();
	replaced.push(`${mw.user.options.get(memoryOption)}`.length);
	mw.user.options.set(memoryOption, text);
	mw.storage.session.setObject(
		nameHere(memoryOption),
		[mw.config.get('wgUserId'), text, ...replaced],
		span,
	);
}

/** @returns The text saved last, then the lengths of those before; nothing where that is long ago. */
function readSaved(): unknown[] {
	// Other scripts may have written anything there.
	const [userId, ...saved]: unknown[] = [].concat(
		mw.storage.session.getObject(nameHere(memoryOption)) as never,
	);
	return userId === mw.config.get('wgUserId') ? saved : [];
}
