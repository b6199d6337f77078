import { wait } from '../scan/insist.ts';
import { buildWithoutCredentials } from './build.ts';
import { readSource, type Source } from './source.ts';

/** What deploy and verify need besides a terminal. */
export interface CommandDependencies {
	/** `dist/wiki` */
	readonly folder: string;
	readonly environment: NodeJS.ProcessEnv;
	readonly build: (environment: NodeJS.ProcessEnv) => Promise<void>;
	readonly readSource: () => Promise<Source>;
	/** Resolves after so many seconds. */
	readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
}

export const realDependencies: CommandDependencies = {
	folder: 'dist/wiki',
	environment: process.env,
	build: buildWithoutCredentials,
	readSource,
	wait,
};
