import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { expect } from 'vitest';

const axePath = createRequire(import.meta.url).resolve('axe-core');

/** Checks a part of a page with axe-core, and that it is not wider than the window. */
export async function expectAccessible(page: Page, selector: string): Promise<void> {
	// DevTools' protocol is not bound by the page's Content-Security-Policy, a script tag would be.
	await page.evaluate(await readAxe());
	const results = await page.evaluate(
		(part) =>
			(window as unknown as { axe: { run(part: string): Promise<AxeResults> } }).axe.run(part),
		selector,
	);
	expect(results.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual(
		[],
	);
	const overflow = await page
		.locator(selector)
		.evaluate((part) => part.scrollWidth - Math.ceil(part.getBoundingClientRect().width));
	expect(overflow).toBeLessThanOrEqual(0);
}

let axe: Promise<string> | undefined;

function readAxe(): Promise<string> {
	axe ??= import('node:fs/promises').then(({ readFile }) => readFile(axePath, 'utf8'));
	return axe;
}
