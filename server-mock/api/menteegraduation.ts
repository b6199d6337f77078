import type { Run } from '../batch/journal.ts';
import { rightsOf } from '../wiki/permissions.ts';
import { ApiError } from './error.ts';
import type { Answer, QueryModule } from './module.ts';
import { formatTime } from './time.ts';

/**
 * `meta=menteegraduation`, the demo wiki's own: how far the newest sweep is, in numbers. Only for
 * those who may change the configuration. `state` is `none`, `running`, `finished`, `superseded`
 * (the configuration changed), `stopped` (turned off) or `undone`.
 */
export const menteegraduation: QueryModule = {
	prepare:
		() =>
		({ user, store }) => {
			if (!rightsOf(user).has('editsitejson')) {
				throw new ApiError('permissiondenied', 'Only administrators may see this.');
			}
			const run = store.graduation.latestRun();
			return { query: { menteegraduation: run === null ? { state: 'none' } : describe(run) } };
		},
};

function describe(run: Run): Answer {
	const { id, cause, outcome, minEditcount, minTenureInDays, started, ended } = run;
	const { mentees, seen, graduated, expected } = run;
	return {
		run: id,
		cause,
		state: outcome ?? 'running',
		thresholds: { minEditcount, minTenureInDays },
		started: formatTime(started),
		...(ended !== null && { ended: formatTime(ended) }),
		mentees,
		seen,
		graduated,
		// About how many there will be; it is counted before the first is opted out.
		...(expected !== null && { expected: Math.max(expected, graduated) }),
	};
}
