import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import english from '../../gadget/i18n/en.json' with { type: 'json' };
import { cardOn, newcomersPage } from '../journeys/visitor.ts';
import { useLane } from '../support/openDemo.ts';

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
	return page;
}

const placeholder = /<div class="mentorship-module"/;
const openStyled = (style: string) => openWritten(placeholder, `<div style="${style}">$&`);

/** The card and the dialog, as a person sees them. */
async function picture(page: Page): Promise<readonly string[]> {
	const card = await page.locator('.mentorship-card').screenshot();
	await cardOn(page).getMentor.click();
	const dialog = await page.getByRole('dialog').screenshot();
	return [card, dialog].map((image) => image.toString('base64'));
}

test.each([
	...['font-size: 0', 'font: italic 900 1px monospace', 'line-height: 0', 'letter-spacing: -1em'],
	...[
		'word-spacing: 9em',
		'text-indent: -999em',
		'text-transform: uppercase',
		'white-space: nowrap',
	],
	...['color: transparent', '-webkit-text-fill-color: transparent', '-webkit-text-security: disc'],
	...['visibility: hidden', 'pointer-events: none', 'cursor: none', 'text-align: end'],
	...['text-shadow: 9px 9px red', 'word-break: break-all', 'writing-mode: vertical-rl'],
	'--color-base: transparent; --background-color-base: red; --font-size-medium: 0',
	'--background-color-progressive: transparent; --color-inverted: transparent',
])('%s around the card changes neither card nor dialog', async (style) => {
	const plain = await picture(await openStyled(''));
	const styled = await picture(await openStyled(style));
	expect(styled.map((image, index) => image === plain[index])).toEqual([true, true]);
});

test('no id that the page gives its own elements takes the place of ours, or of a script’s', async () => {
	const names = ['mw', '$', 'jQuery', 'RLQ', 'require', 'module', 'top', 'localStorage', 'JSON'];
	const ids = [...names, 'mentorship-dialog-title', 'mentorship-card', 'mentorship-wish'];
	const decoys = ids.map((id) => `<p id="${id}" class="${id}">Decoy</p>`).join('');
	const plain = await picture(await openStyled(''));
	const page = await openWritten(placeholder, `${decoys}$&`);
	expect((await picture(page)).map((image, index) => image === plain[index])).toEqual([true, true]);
	await cardOn(page)
		.dialog.and(page.getByRole('dialog', { name: english['card-get-title'] }))
		.waitFor();
	await cardOn(page).confirm.click();
	await cardOn(page).mentorName.waitFor();
});

test('the skin’s own colours, which it gives the whole page, are the card’s', async () => {
	const page = await openWritten(/<html/, '$& style="--background-color-base: rgb(16, 20, 24)"');
	const card = page.locator('.mentorship-card');
	expect(await card.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
		'rgb(16, 20, 24)',
	);
});
