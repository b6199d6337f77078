import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createJournal } from '../../server-mock/batch/journal.ts';
import { openReadOnlyDatabase } from '../../server-mock/store/database.ts';
import { demoPassword } from '../../server-mock/wiki/site.ts';
import { configuration, configurationTitle, on } from '../journeys/visitor.ts';
import { logIn, succeeded } from '../mediawiki/session.ts';
import { quantile } from './measure.ts';

export interface Latency {
	readonly count: number;
	/** In milliseconds, from the request to the end of the answer. */
	readonly median: number;
	readonly p99: number;
}

const requestsAtRest = 3000;
const requestsBetweenLooks = 200;
const warmUp = 500;

/**
 * Starts the demo wiki on a store and asks `meta=userinfo`, one after the other, first at rest and
 * then while a change of the thresholds has set off a sweep.
 *
 * @param file The store's path; the sweep changes it.
 */
export async function measureLatency(
	file: string,
): Promise<{ readonly rest: Latency; readonly sweep: Latency }> {
	const program = fileURLToPath(new URL('./benchWiki.ts', import.meta.url));
	const args = ['--import', 'tsx', program, file];
	const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
	try {
		const [data] = await once(server.stdout, 'data');
		const session = await logIn(String(data).trim(), 'Ada Administrator', demoPassword);
		const ask = () => session.get({ action: 'query', meta: 'userinfo' });
		await timeRequests(ask, warmUp);
		const rest = await timeRequests(ask, requestsAtRest);
		const text = configuration({ ...on, minEditcount: 400 });
		succeeded(await session.post({ action: 'edit', title: configurationTitle, text }));
		const journal = createJournal(openReadOnlyDatabase(file));
		const sweep: number[] = [];
		let isUnderWay = true;
		while (isUnderWay) {
			sweep.push(...(await timeRequests(ask, requestsBetweenLooks)));
			isUnderWay = journal.findUnfinished() !== null;
		}
		return { rest: describe(rest), sweep: describe(sweep) };
	} finally {
		server.kill('SIGTERM');
		await once(server, 'exit');
	}
}

async function timeRequests(ask: () => Promise<unknown>, count: number): Promise<number[]> {
	const times: number[] = [];
	for (let index = 0; index < count; index++) {
		const started = performance.now();
		await ask();
		times.push(performance.now() - started);
	}
	return times;
}

function describe(times: readonly number[]): Latency {
	return { count: times.length, median: quantile(times, 0.5), p99: quantile(times, 0.99) };
}
