import type { Page } from 'playwright';
import { expect } from 'vitest';

export const loaderScript = /load\.php.*gadget\.mentorship(%2C|,|&|$|\|)/;
const cardScript = /load\.php.*gadget\.mentorship-(card|growth)/;

/** Changes what ResourceLoader sends: `code` runs before the gadget, in its own scope. */
async function putBefore(page: Page, address: RegExp, code: string): Promise<void> {
	await page.route(address, async (route) => {
		const response = await route.fetch();
		const text = await response.text();
		const opening = 'function(require,module,exports){';
		expect(text).toContain(opening);
		return route.fulfill({ response, body: text.replace(opening, opening + code) });
	});
}

/** Something that may befall the gadget. */
export interface Breakage {
	readonly what: string;
	readonly break: (page: Page) => Promise<unknown>;
	/**
	 * One, of the gadget. None where only the browser can say it, of the request; of a card's script
	 * that cannot run, the browser or ResourceLoader says a line of its own before.
	 */
	readonly lines: 0 | 1 | 2;
}

const mwWithout = (part: string) => `var mw=Object.assign({},window.mw,{${part}:undefined});`;

export const breakages: readonly Breakage[] = [
	{
		what: 'it is blocked',
		break: (page) => page.route(loaderScript, (route) => route.abort()),
		lines: 0,
	},
	{
		what: 'its card is blocked',
		break: (page) => page.route(cardScript, (route) => route.abort()),
		lines: 1,
	},
	{
		what: 'another text comes in the place of its card',
		break: (page) => page.route(cardScript, (route) => route.fulfill({ body: '<h1>Log in</h1>' })),
		lines: 2,
	},
	{
		what: 'it throws as it begins',
		break: (page) => putBefore(page, loaderScript, 'throw new TypeError("broken");'),
		lines: 1,
	},
	{
		what: 'its card throws as it begins',
		break: (page) => putBefore(page, cardScript, 'throw new TypeError("broken");'),
		lines: 2,
	},
	{
		what: 'a module that its card needs is not on the wiki',
		break: (page) =>
			page.route(/index\.php/, async (route) => {
				const response = await route.fetch();
				const html = await response.text();
				// In the list of all modules, which every page brings along.
				const body = html.replaceAll('"mediawiki.util"', '"mediawiki.gone"');
				expect(body).not.toBe(html);
				return route.fulfill({ response, body });
			}),
		lines: 1,
	},
	{
		what: 'there is no mw.user',
		break: (page) => putBefore(page, loaderScript, mwWithout('user')),
		lines: 1,
	},
	{
		what: 'there is no mw.loader',
		break: (page) => putBefore(page, loaderScript, mwWithout('loader')),
		lines: 1,
	},
	{
		what: 'there is no mw.Api',
		break: (page) => putBefore(page, cardScript, mwWithout('Api')),
		lines: 1,
	},
];

/**
 * Only `growth` has to wait for the wiki before it draws anything: for its texts and for what the rule
 * is decided by, side by side, so that each of them says a line.
 */
export const growthBreakages: readonly Breakage[] = [
	{
		what: 'the wiki’s API answers with errors',
		break: (page) => page.route(/api\.php/, (route) => route.fulfill({ status: 500 })),
		lines: 2,
	},
	{
		what: 'the wiki’s API does not answer',
		async break(page) {
			await page.route(/api\.php/, async () => {
				await page.clock.fastForward(20_000);
			});
		},
		lines: 2,
	},
	{
		what: 'a text of the wiki is missing',
		break: (page) => page.route(/api\.php/, (route) => route.fulfill({ json: { query: {} } })),
		lines: 2,
	},
];
