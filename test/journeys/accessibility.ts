import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect } from 'vitest';

const axePath = createRequire(import.meta.url).resolve('axe-core');

interface EvaluatingPage {
	/** What an expression gives on the page, or what it promises. */
	evaluate(expression: string): Promise<unknown>;
}

/** Checks parts of a page with axe-core, and that nothing stands out of them. */
export async function expectAccessible(page: EvaluatingPage, selector: string): Promise<void> {
	expect(await findViolations(page, selector)).toEqual([]);
	const overflow = await page.evaluate(`Math.max(...Array.from(
		document.querySelectorAll(${JSON.stringify(selector)}),
		(part) => part.scrollWidth - Math.ceil(part.getBoundingClientRect().width),
	))`);
	expect(overflow).toBeLessThanOrEqual(0);
}

/** What axe-core finds: its rules, and the tags that break them, without what is counted up. */
export async function findViolations(page: EvaluatingPage, selector: string): Promise<unknown[]> {
	// Engines' protocols are not bound by the page's Content-Security-Policy, a script tag would be.
	await page.evaluate(`(() => {${await readAxe()}\n})()`);
	const results = await page.evaluate(`axe.run(${JSON.stringify(selector)})`);
	return (results as AxeResults).violations.map(({ id, nodes }) => [
		id,
		nodes.map(({ html }) => html.replace(/ooui-\d+/g, 'ooui')),
	]);
}

let axe: Promise<string> | undefined;

function readAxe(): Promise<string> {
	axe ??= readFile(axePath, 'utf8');
	return axe;
}
