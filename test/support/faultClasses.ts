import { type Fault, faults } from '../../server-mock/faults.ts';

/** All that the gadget hears of a fault. `test/wiki/faultClasses.test.ts` holds it against what happens. */
interface Heard {
	/** Of the `ApiError`; `null`: the wiki's answer, as if nothing were wrong. */
	readonly code: string | null;
	/** What was asked for has been done, whatever is heard. */
	readonly isDone: boolean;
	/** Seconds after which the wiki says it may be asked again. */
	readonly retryAfter?: number;
}

const server = { code: 'server', isDone: false } as const;
const busyServer = { ...server, retryAfter: 5 } as const;
const refused = (code: string): Heard => ({ code, isDone: false });

export const heardOf: Readonly<Record<Fault, Heard>> = {
	delay: { code: null, isDone: true },
	warning: { code: null, isDone: true },
	hang: { code: 'timeout', isDone: false },
	'hang-after': { code: 'timeout', isDone: true },
	'cut-before': { code: 'offline', isDone: false },
	'cut-after': { code: 'offline', isDone: true },
	'500': server,
	'502': server,
	'503': server,
	html: server,
	'500-retry': busyServer,
	'502-retry': busyServer,
	'503-retry': busyServer,
	'half-json': { code: 'server', isDone: true },
	badtoken: refused('badtoken'),
	assertuserfailed: refused('assertuserfailed'),
	readonly: refused('readonly'),
	ratelimited: refused('ratelimited'),
	maxlag: { ...refused('maxlag'), retryAfter: 5 },
	blocked: refused('blocked'),
};

/**
 * Faults of which the gadget hears the same, one of each class.
 *
 * @param isPatient Whether it listens when it may ask again, as a scan does.
 */
export function oneOfEachClass(isPatient: boolean): readonly Fault[] {
	const classOf = (fault: Fault) => {
		const { code, isDone, retryAfter } = heardOf[fault];
		return JSON.stringify([code, isDone, isPatient && retryAfter]);
	};
	const classes = new Map(faults.map((fault) => [classOf(fault), fault]));
	return [...classes.values()];
}
