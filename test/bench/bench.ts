import { availableParallelism, cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { type Benchmark, describeFigures, type Figure, isMissed } from './benchmark.ts';
import { graduationBench } from './graduationBench.ts';
import { previewBench } from './previewBench.ts';
import { returnBench } from './returnBench.ts';

/*
 * Ends with 1 where a figure is above its limit.
 */
const usage = 'npm run bench -- [--json] [NAME …]: the named benchmarks, or all. There are';

const benchmarks: readonly Benchmark[] = [graduationBench, previewBench, returnBench];

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
if (values.help) {
	console.log(`${usage} ${benchmarks.map(({ name }) => name).join(', ')}.`);
}
const chosen = benchmarks.filter(
	({ name }) => !values.help && (positionals.length === 0 || positionals.includes(name)),
);
const results: Record<string, Figure[]> = {};
for (const benchmark of chosen) {
	const figures = await benchmark.run((line) => console.error(line));
	results[benchmark.name] = figures;
	if (!values.json) {
		console.log(`\n${benchmark.name}, on ${describeMachine()}`);
		for (const line of describeFigures(figures)) {
			console.log(`  ${line}`);
		}
	}
}
if (values.json) {
	console.log(JSON.stringify({ machine: describeMachine(), benchmarks: results }, null, '\t'));
}
process.exitCode = Object.values(results).flat().some(isMissed) ? 1 : 0;

function describeMachine(): string {
	const gigabytes = Math.round(totalmem() / 2 ** 30);
	const model = cpus()[0]?.model ?? 'processor';
	return `${availableParallelism()} × ${model}, ${gigabytes} GB, Node.js ${process.versions.node}`;
}
