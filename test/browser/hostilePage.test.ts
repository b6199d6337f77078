import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import english from '../../gadget/i18n/en.json' with { type: 'json' };
import { cardOn, mentorOnCard } from '../journeys/card.ts';
import { newcomersPage } from '../journeys/visitor.ts';
import { useLane } from '../support/openDemo.ts';
import { settle } from '../support/settle.ts';

const lane = useLane();

/** Opens the opted-out card on a page of which something is written in another way. */
async function openWritten(written: RegExp, otherwise: string): Promise<Page> {
	const page = await lane().openTab(lane().enroll('Experienced', true));
	await page.goto('about:blank');
	await page.route('**/index.php*', async (route) => {
		const response = await route.fetch();
		const html = await response.text();
		const body = html.replace(written, otherwise);
		expect(body).not.toBe(html);
		// The demo wiki allows no style in a page; most wikis do.
		const { 'content-security-policy': _, ...headers } = response.headers();
		return route.fulfill({ response, headers, body });
	});
	await page.goto(lane().address(newcomersPage));
	await page.unrouteAll();
	await cardOn(page).module.locator('button').waitFor({ state: 'attached' });
	await settle(page);
	return page;
}

const placeholder = /<div class="mentorship-module"/;
const openStyled = (style: string) => openWritten(placeholder, `<div style="${style}">$&`);

/** How the card and the dialog look, and how much room each part of them takes. */
async function readLook(page: Page): Promise<readonly string[]> {
	await cardOn(page).getMentor.click();
	await settle(page);
	return page
		.locator('section.mentorship-card, section.mentorship-card *, dialog, dialog *')
		.evaluateAll((elements) =>
			elements.map((element) => {
				const style = getComputedStyle(element);
				const values = [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`);
				return [element.localName, element.className, ...values].join('; ');
			}),
		);
}

test.each([
	'font-size: 0',
	'font: italic 900 1px monospace',
	'line-height: 0',
	'letter-spacing: -1em',
	'word-spacing: 9em',
	'text-indent: -999em',
	'text-transform: uppercase',
	'white-space: nowrap',
	'color: transparent',
	'-webkit-text-fill-color: transparent',
	'-webkit-text-security: disc',
	'visibility: hidden',
	'pointer-events: none',
	'cursor: none',
	'text-align: end',
	'text-shadow: 9px 9px red',
	'word-break: break-all',
	'--color-base: transparent; --background-color-base: red; --font-size-medium: 0',
	'--background-color-progressive: transparent; --color-inverted: transparent',
])('%s around the card changes neither card nor dialog', async (style) => {
	const plain = await readLook(await openStyled(''));
	expect(plain.length).toBeGreaterThan(9);
	expect(await readLook(await openStyled(style))).toEqual(plain);
});

test('no id that the page gives its own elements takes the place of ours, or of a script’s', async () => {
	const names = ['mw', '$', 'jQuery', 'RLQ', 'require', 'module', 'top', 'localStorage', 'JSON'];
	const ids = [...names, 'mentorship-dialog-title', 'mentorship-wish'];
	const decoys = ids.map((id) => `<p id="${id}">Decoy</p>`).join('');
	const page = await openWritten(placeholder, `${decoys}$&`);
	await cardOn(page).getMentor.click();
	await cardOn(page)
		.dialog.and(page.getByRole('dialog', { name: english['card-get-title'] }))
		.waitFor();
	await cardOn(page).confirm.click();
	await mentorOnCard(page);
});

test('the skin’s own colours, which it gives the whole page, are the card’s', async () => {
	const page = await openWritten(/<html/, '$& style="--background-color-base: rgb(16, 20, 24)"');
	const card = page.locator('.mentorship-card');
	expect(await card.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
		'rgb(16, 20, 24)',
	);
});
