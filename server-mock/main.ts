import { existsSync } from 'node:fs';
import path from 'node:path';
import { readArguments, readPeriod, readWholeNumber } from './commands/arguments.ts';
import { UsageError } from './commands/terminal.ts';
import { serveDemo } from './demo.ts';
import { createFaults, readFaultOrders } from './faults.ts';
import { configurationTitle } from './gadgetPages.ts';
import { makeLargeStore } from './largeStore/largeStore.ts';
import { demoPassword } from './site.ts';
import { pagePath } from './title.ts';

/*
 * The demo wiki's command. PORT (8808) and DEMO_STORE (demo.sqlite in the working directory, or
 * `:memory:`) come from the environment; `--graduate-every 24h` opts out whoever qualifies that
 * often; `--mentees 5000` gives a new store that many mentees of 40 mentors, for the form's preview.
 * DEMO_FAULTS orders faults of its API, such as `options:1:cut-after`: see faults.ts.
 */

const port = Number(process.env.PORT ?? 8808);
const storeFile = process.env.DEMO_STORE ?? 'demo.sqlite';
const gadgetFolder = path.resolve('dist/wiki');
const mostMentees = 1_000_000;

/** @throws UsageError where there is a store already, or none is kept. */
function addMentees(mentees: number, isNew: boolean): void {
	if (!isNew || storeFile === ':memory:') {
		throw new UsageError(
			`--mentees needs a new store; “${storeFile}” is none. Name another: DEMO_STORE=large.sqlite`,
		);
	}
	const options = { mentees, mentors: 40, seed: 1, date: Date.now() };
	makeLargeStore({ ...options, file: storeFile, onProgress: () => undefined });
}

try {
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new Error(`PORT is “${process.env.PORT}”: it must be a number from 0 to 65535.`);
	}
	const { 'graduate-every': period, mentees } = readArguments(process.argv.slice(2), {
		'graduate-every': { type: 'string' },
		mentees: { type: 'string' },
	});
	const isNew = storeFile === ':memory:' || !existsSync(storeFile);
	if (mentees !== undefined) {
		addMentees(readWholeNumber('--mentees', mentees, 0, mostMentees) ?? 0, isNew);
	}
	const demo = await serveDemo({
		port,
		storeFile,
		gadgetFolder,
		now: Date.now,
		random: Math.random,
		graduateEvery: readPeriod('--graduate-every', period) ?? null,
		faults: process.env.DEMO_FAULTS
			? createFaults(readFaultOrders(process.env.DEMO_FAULTS))
			: undefined,
	});
	console.log(`The demo wiki is at ${demo.origin} (${isNew ? 'new' : 'as it was'}: ${storeFile}).`);
	console.log(
		`The form is at ${demo.origin}${pagePath(configurationTitle)}, for Ada Administrator.`,
	);
	console.log(`Scripts may log in as anybody with the password “${demoPassword}”.`);
	const close = () => {
		demo.close().then(
			() => process.exit(0),
			(error: unknown) => {
				console.error(error);
				process.exit(1);
			},
		);
	};
	process.once('SIGTERM', close);
	process.once('SIGINT', close);
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 1;
}
