import { existsSync } from 'node:fs';
import path from 'node:path';
import { gadgetPageTitle } from '../gadget/domain/thresholds.ts';
import {
	describeUsage,
	flag,
	readArguments,
	readPeriod,
	readWholeNumber,
	valued,
} from '../gadget/terminal/arguments.ts';
import { UsageError } from '../gadget/terminal/terminal.ts';
import { serveDemo } from './demo.ts';
import { createFaults, readFaultOrders } from './faults.ts';
import { describeStoreFailure } from './store/database.ts';
import { demoPassword, mediaWikis, readVersion, usualVersion } from './wiki/site.ts';
import { pagePath } from './wiki/title.ts';

const options = {
	mentees: valued('N', 'people whom a new demo wiki has for the form’s preview (5000)'),
	fresh: flag('puts everything back as it was at first'),
	'graduate-every': valued('24h', 'opts out whoever qualifies, that often'),
} as const;
const usage = describeUsage(
	'npm start -- [options]\nServes the demo wiki.',
	options,
	`From the environment:
  PORT            8808 unless told
  DEMO_STORE      where it is kept: demo.sqlite, or :memory:
  DEMO_MEDIAWIKI  the version as which it behaves: 1.43, 1.45 or 1.46
  DEMO_FAULTS     what goes wrong with its API: options:1:cut-after (server-mock/faults.ts has all)`,
);

const port = Number(process.env.PORT ?? 8808);
const storeFile = process.env.DEMO_STORE ?? 'demo.sqlite';
const gadgetFolder = path.resolve('dist/wiki');
const usualMentees = 5000;
const mostMentees = 1_000_000;

if (process.argv.includes('--help')) {
	console.log(usage);
	process.exit(0);
}
try {
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new Error(`PORT is “${process.env.PORT}”: it must be a number from 0 to 65535.`);
	}
	const {
		'graduate-every': period,
		mentees,
		fresh,
	} = readArguments(process.argv.slice(2), options);
	const version = readVersion(process.env.DEMO_MEDIAWIKI ?? usualVersion);
	const isNew = storeFile === ':memory:' || !existsSync(storeFile);
	if (mentees !== undefined && !isNew) {
		throw new UsageError(
			`--mentees needs a new store, and “${storeFile}” is there already. Name another: DEMO_STORE=large.sqlite`,
		);
	}
	const demo = await serveDemo({
		version,
		port,
		storeFile,
		isFresh: fresh,
		gadgetFolder,
		now: Date.now,
		random: Math.random,
		crowd: {
			mentees: readWholeNumber('--mentees', mentees, 0, mostMentees) ?? usualMentees,
			date: Date.now(),
		},
		graduateEvery: readPeriod('--graduate-every', period) ?? null,
		faults: process.env.DEMO_FAULTS
			? createFaults(readFaultOrders(process.env.DEMO_FAULTS))
			: undefined,
	});
	const close = async () => {
		await demo.close();
		process.exit(0);
	};
	process.once('SIGTERM', close);
	process.once('SIGINT', close);
	// A program that reads this may end it at once.
	console.log(
		`The demo wiki is at ${demo.origin} as MediaWiki ${mediaWikis[version].release} (${isNew || fresh ? 'new' : 'as it was'}: ${storeFile}).`,
	);
	console.log(`The form is at ${demo.origin}${pagePath(gadgetPageTitle)}, for Ada Administrator.`);
	console.log(`Scripts may log in as anybody with the password “${demoPassword}”.`);
} catch (error) {
	console.error(describeStoreFailure(storeFile, error) ?? (error as Error).message);
	process.exitCode = 1;
}
