import { defineConfig } from 'vitest/config';

const patience = 60_000;

/** A shared machine stalls now and then for longer than a browser test is patient. */
const retry = process.env.CI ? 1 : 0;

/** Where the tests of each kind are, and what they run in. */
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
					include: [
						'test/{domain,wiki-adapters,build,i18n,server-mock,contract,graduation,deploy,report,scan,terminal}/**/*.test.ts',
					],
					testTimeout: patience,
				},
			},
			{
				extends: true,
				test: {
					name: 'component',
					environment: 'happy-dom',
					include: ['test/{card,config}/*.test.{ts,tsx}'],
					testTimeout: patience,
				},
			},
			{
				extends: true,
				test: {
					name: 'browser',
					globalSetup: ['test/support/chromiumSetup.ts'],
					include: ['test/browser/*.test.ts'],
					testTimeout: patience,
					hookTimeout: patience,
					retry,
				},
			},
			{
				extends: true,
				test: {
					name: 'mediawiki',
					globalSetup: ['test/mediawiki/globalSetup.ts'],
					include: ['test/mediawiki/*.test.ts'],
					testTimeout: patience,
					hookTimeout: 120_000,
					retry,
				},
			},
		],
	},
});
