import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeLargeStore } from '../support/largeStore.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';
import { measureLatency } from './latency.ts';
import { type Measurement, measure, median } from './measure.ts';

const sizes = [100_000, 1_000_000];
const mentors = 1000;
const rounds = 5;
const command = 'server-mock/batch/command/main.ts';
const limits = {
	dryRun: 2,
	realRun: 5,
	megabytes: 128,
	megabytesMore: 10,
	medianRatio: 2,
	p99: 50,
};

/** The sweep of issue 5: speed, memory, and the API while it is under way. */
export const graduationBench: Benchmark = {
	name: 'graduation',
	run: async (note) => {
		const folder = mkdtempSync(path.join(tmpdir(), 'graduation-bench-'));
		try {
			const figures: Figure[] = [];
			const peaks: number[][] = [];
			for (const mentees of sizes) {
				note(`A store of ${mentees} mentees`);
				const file = path.join(folder, `${mentees}.sqlite`);
				makeLargeStore({ file, mentees, mentors, seed: 1, date: Date.now() });
				const measured = await measureSize(file, note);
				figures.push(...describeSize(mentees, measured, mentees === sizes.at(-1)));
				peaks.push(measured.map(({ dryRun }) => dryRun.megabytes));
				peaks.push(measured.map(({ realRun }) => realRun.megabytes));
			}
			figures.push(...describeGrowth(peaks));
			note('The API at rest and during a sweep');
			figures.push(...(await describeLatency(path.join(folder, `${sizes.at(-1)}.sqlite`))));
			return figures;
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	},
};

interface Round {
	readonly scan: Measurement;
	readonly dryRun: Measurement;
	readonly realRun: Measurement;
}

/** The three one after the other, several times: the machine has other things to do as well. */
async function measureSize(file: string, note: (line: string) => void): Promise<Round[]> {
	const measured: Round[] = [];
	for (let round = 1; round <= rounds; round++) {
		const copy = `${file}-copy`;
		copyFileSync(file, copy);
		const scan = await measure('test/bench/bareScan.ts', [file]);
		const dryRun = await measure(command, ['--store', file, '--dry-run']);
		const realRun = await measure(command, ['--store', copy]);
		measured.push({ scan, dryRun, realRun });
		for (const ending of ['', '-wal', '-shm', '-sweep']) {
			rmSync(copy + ending, { force: true });
		}
		note(
			`  round ${round}: bare scan ${seconds(scan)}, dry run ${seconds(dryRun)}, real run ${seconds(realRun)}`,
		);
	}
	return measured;
}

const seconds = ({ milliseconds }: Measurement) => `${(milliseconds / 1000).toFixed(2)} s`;

function describeSize(mentees: number, rounds: readonly Round[], isBound: boolean): Figure[] {
	const scan = Math.min(...rounds.map((round) => round.scan.milliseconds));
	const perSecond = (milliseconds: number) => mentees / (milliseconds / 1000);
	const describeKind = (kind: 'dryRun' | 'realRun'): Figure[] => {
		const name = `${mentees}: ${kind === 'dryRun' ? 'dry run' : 'real run'}`;
		const best = Math.min(...rounds.map((round) => round[kind].milliseconds));
		const peak = Math.max(...rounds.map((round) => round[kind].megabytes));
		const ratioOf = (key: 'milliseconds' | 'processorMilliseconds') =>
			median(rounds.map((round) => round[kind][key] / round.scan[key]));
		const limit = isBound ? limits[kind] : undefined;
		return [
			figure(name, perSecond(best), 'mentees/s'),
			figure(`${name}, best against the best bare scan`, best / scan, '×', limit),
			figure(`${name}, median of the rounds' ratios`, ratioOf('milliseconds'), '×'),
			figure(
				`${name}, median ratio of the processor's time`,
				ratioOf('processorMilliseconds'),
				'×',
			),
			figure(`${name}, peak memory`, peak, 'MB', limits.megabytes),
		];
	};
	return [
		figure(`${mentees}: bare scan`, perSecond(scan), 'mentees/s'),
		...describeKind('dryRun'),
		...describeKind('realRun'),
	];
}

/** @param peaks By size, of the dry and of the real run. */
function describeGrowth([smallDry, smallReal, largeDry, largeReal]: number[][]): Figure[] {
	const more = (small: number[] = [], large: number[] = []) => median(large) - median(small);
	const [small, large] = sizes;
	const name = `median peak memory, ${large} more than ${small}`;
	return [
		figure(`dry run: ${name}`, more(smallDry, largeDry), 'MB', limits.megabytesMore),
		figure(`real run: ${name}`, more(smallReal, largeReal), 'MB', limits.megabytesMore),
	];
}

async function describeLatency(file: string): Promise<Figure[]> {
	const { rest, sweep } = await measureLatency(file);
	const [atRest, during] = ['meta=userinfo at rest', 'meta=userinfo during a sweep'];
	const ratio = sweep.median / rest.median;
	return [
		figure(`${atRest}, median of ${rest.count}`, rest.median, 'ms'),
		figure(`${atRest}, 99th percentile`, rest.p99, 'ms'),
		figure(`${during}, median of ${sweep.count}`, sweep.median, 'ms'),
		figure(`${during}, median against that at rest`, ratio, '×', limits.medianRatio),
		figure(`${during}, 99th percentile`, sweep.p99, 'ms', limits.p99),
	];
}
