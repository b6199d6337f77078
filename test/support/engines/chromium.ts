import { launchChromium } from '../chromium.ts';
import { type Engine, nothingToUse, windowHeight } from './engine.ts';

/** Chromium, Chrome, Edge. The tests install it themselves where it is missing. */
export const chromium: Engine = {
	name: 'Chromium',
	debianPackages: ['chromium-headless-shell'],
	isInstalled: async () => true,
	async launch() {
		const browser = await launchChromium();
		return {
			async open({ origin, cookies, width }) {
				const context = await browser.newContext({ viewport: { width, height: windowHeight } });
				await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: origin })));
				const page = await context.newPage();
				const find = async (expression: string) => {
					const handle = await page.evaluateHandle<Element>(expression);
					return handle.asElement() ?? nothingToUse(expression);
				};
				return {
					goTo: async (address) => void (await page.goto(address)),
					read: (expression) => page.evaluate(expression),
					click: async (expression) => (await find(expression)).click(),
					type: async (expression, text) => (await find(expression)).fill(text),
					press: (key) => page.keyboard.press(key),
					close: () => context.close(),
				};
			},
			close: () => browser.close(),
		};
	},
};
