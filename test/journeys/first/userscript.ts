import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { patience } from '../../support/patience.ts';
import { statusOf } from '../growthHomepage.ts';
import type { PersonsJourney } from './journey.ts';

export const userscriptFirst: readonly PersonsJourney[] = [
	{
		name: 'userscript: an experienced editor is opted out on a wiki that has no gadget',
		async go({ arrive }) {
			const person = await arrive({ what: 'Experienced', edits: 600, days: 400 });
			const page = await person.open('Special:Homepage');
			const script = await readFile('dist/mentorship.user.js', 'utf8');
			// As a userscript manager does it: a function, and nothing of the page's policy.
			await page.evaluate(`(() => {${script}\n})()`);
			await page.sees({ kind: 'heading', within: '[data-module-name=mentorship-optin]' });
			await expect.poll(() => statusOf(person.session), patience).toBe('optout');
		},
	},
];
