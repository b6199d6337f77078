import type { MenteeFacts } from '../domain/mentee.ts';
import type { WikiFacts } from '../domain/thresholds.ts';

/** A person with a named account, as the page they are on knows them. */
export interface Person extends MenteeFacts {
	readonly id: number;
	readonly name: string;
}

/**
 * Reads who is looking at the page, synchronously and without a request.
 *
 * @returns `null` for a person logged out or with a temporary account: they have no mentorship.
 */
export function readPerson(): Person | null {
	const { wgUserId, wgUserName, wgUserIsTemp, wgUserEditCount, wgUserRegistration } =
		readPageVariables();
	return wgUserName && !wgUserIsTemp
		? {
				id: wgUserId,
				name: wgUserName,
				editCount: wgUserEditCount,
				registration: wgUserRegistration,
			}
		: null;
}

/** What MediaWiki's `mw.config` says of the page, as far as it is needed here. */
export interface PageVariables {
	readonly wgAction: string;
	/** `false` where the page is not a special page. */
	readonly wgCanonicalSpecialPageName: string | false | null;
	readonly wgCurRevisionId: number;
	/** Of the later revision, where two are compared. */
	readonly wgDiffNewId?: number | false;
	readonly wgNamespaceNumber: number;
	readonly wgRevisionId: number;
	/** Without the namespace. */
	readonly wgTitle: string;
	readonly wgUserEditCount: number;
	readonly wgUserId: number;
	readonly wgUserIsTemp?: boolean;
	/** `null`: logged out. */
	readonly wgUserName: string | null;
	/** Milliseconds since 1970; `null` for an account without a date. */
	readonly wgUserRegistration: number | null;
	readonly wgVersion: string;
}

export function readPageVariables(): PageVariables {
	return mw.config.get() as unknown as PageVariables;
}

export function readWiki(): WikiFacts {
	return {
		version: readPageVariables().wgVersion,
		// Its options survive an uninstalling, its modules do not.
		hasExtension: mw.loader.getState('ext.growthExperiments.Homepage.Mentorship') !== null,
	};
}

/** One of the person's own options as it was when the page was made; `null` if unset. */
export function readOption(name: string): unknown {
	return mw.user.options.get(name);
}

/** Whether the page is within another, whose author might guide the person's clicks. */
export function isFramed(): boolean {
	return top !== self;
}

/**
 * Runs something once the page's content is there, which may be now, and again whenever content is
 * drawn anew; never in a frame. What throws at first is not tried again, and says one line: jQuery's
 * own promises would add another.
 */
export function whenReady(work: () => void): void {
	if (!isFramed()) {
		Promise.resolve($.ready)
			.then(() => {
				work();
				mw.hook('wikipage.content').add(work);
			})
			.catch(mw.log.warn);
	}
}

/** Writes a line into the console, for those who look after the gadget. */
export function log(error: unknown): void {
	mw.log.warn('Mentorship:', error);
}
