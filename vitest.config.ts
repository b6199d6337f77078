import { defineConfig } from 'vitest/config';

const patience = 60_000;

/** A shared machine stalls now and then for longer than a browser test is patient. */
const retry = process.env.CI ? 1 : 0;

/** What draws has a document; another test names its environment in its first line. */
const withDocument = ['test/**/*.test.tsx'];
/** What needs a browser or a wiki has a folder, and a project, of its own. */
const folders = ['smoke', 'browser', 'deep', 'mediawiki'];

const inBrowser = { testTimeout: patience, hookTimeout: patience, retry };

/** Where the tests of each rung are, and what they run in. */
export default defineConfig({
	oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
	test: {
		// Browsers wait more than they work: two files at a time, also on two cores.
		maxWorkers: 2,
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['test/**/*.test.ts'],
					exclude: [...withDocument, `test/{${folders.join()}}/**`],
					testTimeout: patience,
				},
			},
			{
				extends: true,
				test: {
					name: 'component',
					environment: 'happy-dom',
					include: withDocument,
					testTimeout: patience,
				},
			},
			...['smoke', 'browser', 'deep'].map((name) => ({
				extends: true as const,
				test: {
					name,
					globalSetup: ['test/support/chromiumSetup.ts'],
					include: [`test/${name}/*.test.ts`],
					...inBrowser,
				},
			})),
			{
				extends: true,
				test: {
					name: 'mediawiki',
					globalSetup: ['test/mediawiki/globalSetup.ts'],
					include: ['test/mediawiki/*.test.ts'],
					...inBrowser,
					hookTimeout: 120_000,
				},
			},
		],
	},
});
