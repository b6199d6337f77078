import { readFile } from 'node:fs/promises';
import type { Frame, Page } from 'playwright';

/** Runs the built userscript as a userscript manager does with `@run-at document-idle`. */
export async function injectUserscript(page: Frame | Page): Promise<void> {
	await page.waitForLoadState('load');
	await page.evaluate(await readFile('dist/mentorship.user.js', 'utf8'));
}

/** The requests of a page for the community's thresholds, as they are made. */
export function watchConfigurationRequests(page: Page): string[] {
	const urls: string[] = [];
	page.on('request', (request) => {
		const url = decodeURIComponent(request.url());
		if (url.includes('/api.php') && url.includes('Gadget-mentorship.json')) {
			urls.push(url);
		}
	});
	return urls;
}
