import type { MenteeFacts } from '../domain/mentee.ts';

/** Somebody with a named account, as the page they are on knows them. */
export interface Person extends MenteeFacts {
	readonly id: number;
	readonly name: string;
}

/**
 * Reads who is looking at the page, synchronously and without a request.
 *
 * @returns `null` for somebody logged out or with a temporary account: they have no mentorship.
 */
export function readPerson(): Person | null {
	const { wgUserId, wgUserName, wgUserIsTemp, wgUserEditCount, wgUserRegistration } =
		mw.config.get();
	return wgUserId && wgUserName && !wgUserIsTemp
		? {
				id: wgUserId,
				name: wgUserName,
				editCount: wgUserEditCount || 0,
				registration: wgUserRegistration || null,
			}
		: null;
}

/** The text of one of the person's own options as it was when the page was made; `null` if unset. */
export function readOption(name: string): unknown {
	return mw.user.options.get(name);
}

/**
 * Runs something once the page's content is there, which may be now. Where it throws, the console
 * has one line of it: within jQuery's own promises, jQuery would add another.
 */
export function whenReady(work: () => void): void {
	Promise.resolve($.ready).then(work).catch(mw.log.warn);
}

/** Writes a line into the console, for whoever looks after the gadget. */
export function log(error: unknown): void {
	mw.log.warn('Mentorship:', error);
}
