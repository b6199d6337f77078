import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { findBuildMistakes } from '../../gadget/deploy/builtPages.ts';
import { createDeploy, type DeployDependencies } from '../../gadget/deploy/deploy.ts';
import { createVerify } from '../../gadget/deploy/verify.ts';
import type { Terminal } from '../../gadget/terminal/terminal.ts';
import { type Demo, serveDemo } from '../../server-mock/demo.ts';
import type { Faults } from '../../server-mock/faults.ts';
import { demoPassword } from '../../server-mock/wiki/site.ts';
import { titleOf } from '../../server-mock/wiki/title.ts';
import { type Result, run } from '../support/commandLine.ts';

/** Who may do everything on the demo wiki, as the command is told. */
export const administrator = {
	MENTORSHIP_WIKI_USER: 'Ada Administrator@deploy',
	MENTORSHIP_WIKI_PASSWORD: demoPassword,
};

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

export type DeployHarness = Awaited<ReturnType<typeof createHarness>>;

/** Nothing is built or waited for, and the commit is always the same. */
const atOnce = {
	wait: async () => undefined,
	build: async () => undefined,
	readSource: async () => ({ version: '0.1.0', commit: '1a2b3c4d5e', isChanged: false }),
};

/** A build in a folder of its own, and the commands on it; their waiting takes no time. */
export async function createHarness() {
	const place = await mkdtemp(path.join(tmpdir(), 'deploy-'));
	const folder = path.join(place, 'wiki');
	await mkdir(folder);
	/** What the commands depend on; `verify` takes no more. */
	const dependencies = { folder, environment: {}, ...atOnce };
	return {
		place,
		dependencies,
		/** Writes a file beside the build. @returns Its path. */
		write: async (name: string, text: string) => {
			const file = path.join(place, name);
			await writeFile(file, text);
			return file;
		},
		/** Writes files of the build. */
		build: async (files: Readonly<Record<string, string>>) => {
			for (const [name, text] of Object.entries(files)) {
				await writeFile(path.join(folder, name), text);
			}
		},
		deploy: (
			args: readonly string[],
			environment: NodeJS.ProcessEnv,
			terminal: Partial<Terminal> = {},
			others: Partial<DeployDependencies> = {},
		) => {
			const own = { ...dependencies, environment, findBuildMistakes, ...others };
			return run(createDeploy(own), args, terminal);
		},
		verify: (args: readonly string[], built = folder) =>
			run(createVerify({ ...dependencies, folder: built }), args),
		remove: () => rm(place, { recursive: true }),
	};
}

/** For each test a demo wiki without the gadget, and a small build for it. */
export function useBareDemo(more: { faults?: Faults } = {}) {
	let demo: Demo;
	let harness: DeployHarness;
	let now = Date.UTC(2026, 10, 28);
	beforeEach(async () => {
		harness = await createHarness();
		await harness.build(smallBuild);
		const options = { port: 0, storeFile: ':memory:', gadgetFolder: null };
		demo = await serveDemo({ ...options, now: Date.now, random: () => 0, ...more });
	});
	afterEach(async () => {
		await demo.close();
		await harness.remove();
	});
	const textOf = (title: string) => demo.store.pages.find(title)?.latest.content;
	const start = (
		args: readonly string[],
		terminal: Partial<Terminal> = {},
		dependencies: Partial<DeployDependencies> = {},
	) => {
		// Each run begins a minute after the one before.
		now += 60_000;
		const began = now;
		return harness.deploy(args, administrator, { now: () => began, ...terminal }, dependencies);
	};
	return {
		demo: () => demo,
		build: (files: Readonly<Record<string, string>>) => harness.build(files),
		write: (name: string, text: string) => harness.write(name, text),
		textOf,
		/** Deploys as an administrator, who is asked nothing. */
		deploy: (...args: string[]) => start(['--wiki', demo.origin, '--yes', ...args]),
		/** The same by whatever address, on whatever terminal, with whatever else. */
		start,
		verify: (...args: string[]) => harness.verify(['--wiki', demo.origin, ...args]),
		/** All pages of the gadget and their texts. */
		pages: () =>
			demo.store.pages.titles(8, 'MediaWiki:Gadget').map((title) => [title, textOf(title)]),
		/** As another person saves it. */
		savePage: (title: string, content: string) => {
			demo.store.pages.save({
				title: titleOf(title),
				contentModel: title.endsWith('.js') ? 'javascript' : 'wikitext',
				...{ content, comment: '', user: null, timestamp: Date.now() },
			});
		},
		/** Changes the groups of the person who deploys. */
		setGroups: (groups: string[]) => {
			const user = demo.store.users.byName('Ada Administrator') ?? expect.fail();
			demo.store.users.put({ ...user, groups });
		},
	};
}

/** Everything that the command said. */
export function everything({ out, notes, drawn }: Result): string {
	return [...out, ...notes, ...drawn].join('\n');
}
