import { existsSync } from 'node:fs';
import path from 'node:path';
import { readArguments, readPeriod } from './commands/arguments.ts';
import { serveDemo } from './demo.ts';
import { demoPassword } from './site.ts';

/*
 * The demo wiki's command. PORT (8808) and DEMO_STORE (demo.sqlite in the working directory, or
 * `:memory:`) come from the environment; `--graduate-every 24h` opts out whoever qualifies that
 * often.
 */

const port = Number(process.env.PORT ?? 8808);
const storeFile = process.env.DEMO_STORE ?? 'demo.sqlite';
const gadgetFolder = path.resolve('dist/wiki');

try {
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new Error(`PORT is “${process.env.PORT}”: it must be a number from 0 to 65535.`);
	}
	const { 'graduate-every': period } = readArguments(process.argv.slice(2), {
		'graduate-every': { type: 'string' },
	});
	const isNew = storeFile === ':memory:' || !existsSync(storeFile);
	const demo = await serveDemo({
		port,
		storeFile,
		gadgetFolder,
		now: Date.now,
		random: Math.random,
		graduateEvery: readPeriod('--graduate-every', period) ?? null,
	});
	console.log(`The demo wiki is at ${demo.origin} (${isNew ? 'new' : 'as it was'}: ${storeFile}).`);
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
