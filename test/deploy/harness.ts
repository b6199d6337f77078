import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBuildMistakes } from '../../gadget/deploy/builtPages.ts';
import { createDeploy, type DeployDependencies } from '../../gadget/deploy/deploy.ts';
import { createVerify } from '../../gadget/deploy/verify.ts';
import type { Terminal } from '../../gadget/terminal/terminal.ts';
import { type Demo, serveDemo } from '../../server-mock/demo.ts';
import type { Faults } from '../../server-mock/faults.ts';
import { demoPassword } from '../../server-mock/wiki/site.ts';
import { type Result, run } from '../support/commandLine.ts';

/** Whoever may do everything on the demo wiki, as the command is told. */
export const administrator = {
	MENTORSHIP_WIKI_USER: 'Ada Administrator@deploy',
	MENTORSHIP_WIKI_PASSWORD: demoPassword,
};

/** A demo wiki without the gadget. */
export function startBareDemo(more: { faults?: Faults } = {}): Promise<Demo> {
	const options = { port: 0, storeFile: ':memory:', gadgetFolder: null };
	return serveDemo({ ...options, now: Date.now, random: () => 0, ...more });
}

/** A build of two gadgets, as small as can be. */
export const smallBuild: Readonly<Record<string, string>> = {
	'Gadgets-definition':
		'* mentorship[ResourceLoader|default|package]|mentorship.js|mentorship.json\n* mentorship-card[ResourceLoader|hidden|requiresES6]|mentorship-card.js|mentorship-card.css\n',
	'Gadget-mentorship': 'Mentorship for newcomers',
	'Gadget-mentorship%2Fde': 'Mentoren für Neulinge',
	'Gadget-mentorship.js': 'mw.hook("mentorship").fire(1);\n',
	'Gadget-mentorship.json': '{"thresholds":1}\n',
	'Gadget-mentorship-card.js': 'mw.hook("card").fire(async () => 1);\n',
	'Gadget-mentorship-card.css': '.card { color: red; }\n',
};

export interface DeployHarness {
	/** Writes files of the build. */
	build(files: Readonly<Record<string, string>>): Promise<void>;
	deploy(
		args: readonly string[],
		environment: NodeJS.ProcessEnv,
		terminal?: Partial<Terminal>,
		dependencies?: Partial<DeployDependencies>,
	): Promise<Result>;
	/** Writes JSON into a file beside the build. @returns Its path. */
	write(name: string, value: unknown): Promise<string>;
	verify(args: readonly string[], folder?: string): Promise<Result>;
	remove(): Promise<void>;
}

/** Nothing is built or waited for, and the commit is always the same. */
const atOnce = {
	wait: async () => undefined,
	build: async () => undefined,
	readSource: async () => ({ version: '0.1.0', commit: '1a2b3c4d5e', isChanged: false }),
};

/** A build in a folder of its own, and the command on it; the command's waiting takes no time. */
export async function createHarness(): Promise<DeployHarness> {
	const place = await mkdtemp(path.join(tmpdir(), 'deploy-'));
	const folder = path.join(place, 'wiki');
	await mkdir(folder);
	return {
		write: async (name, value) => {
			const file = path.join(place, name);
			await writeFile(file, JSON.stringify(value));
			return file;
		},
		build: async (files) => {
			for (const [name, text] of Object.entries(files)) {
				await writeFile(path.join(folder, name), text);
			}
		},
		deploy: (args, environment, terminal = {}, dependencies = {}) => {
			const command = createDeploy({
				...{ folder, environment, findBuildMistakes, ...atOnce },
				...dependencies,
			});
			return run(command, args, terminal);
		},
		verify: (args, built = folder) =>
			run(createVerify({ folder: built, environment: {}, ...atOnce }), args),
		remove: () => rm(place, { recursive: true }),
	};
}

/** Everything that the command said. */
export function everything({ out, notes, drawn }: Result): string {
	return [...out, ...notes, ...drawn].join('\n');
}
