import { readFile } from 'node:fs/promises';
import type { Frame, Page } from 'playwright';
import { listRequests } from './requests.ts';

/** Runs the built userscript as a userscript manager does with `@run-at document-idle`. */
export async function injectUserscript(page: Frame | Page): Promise<void> {
	await page.waitForLoadState('load');
	await page.evaluate(await readFile('dist/mentorship.user.js', 'utf8'));
}

/** The requests of a page for the community's thresholds, as they are made. */
export function listConfigurationRequests(page: Page): string[] {
	return listRequests(page, (_request, { href }) => {
		const address = decodeURIComponent(href);
		return /\/api\.php.*Gadget-mentorship\.json/.test(address) && address;
	});
}
