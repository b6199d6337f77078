import puppeteer, { type ElementHandle, type KeyInput } from 'puppeteer-core';
import { commandPath } from '../debian.ts';
import { type Engine, nothingToUse, windowHeight } from './engine.ts';

const commands = ['firefox-esr', 'firefox'];

async function firefoxPath(): Promise<string> {
	const paths = await Promise.all(commands.map(commandPath));
	return paths.find((path) => path !== undefined) ?? '';
}

/** A stock Firefox, over WebDriver BiDi. */
export const firefox: Engine = {
	name: 'Firefox',
	debianPackages: ['firefox-esr'],
	isInstalled: async () => (await firefoxPath()) !== '',
	async launch() {
		const browser = await puppeteer.launch({
			browser: 'firefox',
			executablePath: await firefoxPath(),
			headless: true,
		});
		return {
			async open({ origin, cookies, width }) {
				const context = await browser.createBrowserContext();
				const domain = new URL(origin).hostname;
				await context.setCookie(...cookies.map((cookie) => ({ ...cookie, domain, path: '/' })));
				const page = await context.newPage();
				await page.setViewport({ width, height: windowHeight });
				const find = async (expression: string) => {
					const handle = await page.evaluateHandle(expression);
					const element = handle.asElement() ?? nothingToUse(expression);
					return element as ElementHandle<Element>;
				};
				return {
					goTo: async (address) => void (await page.goto(address)),
					read: (expression) => page.evaluate(expression),
					click: async (expression) => (await find(expression)).click(),
					async type(expression, text) {
						const field = await find(expression);
						await field.click({ count: 3 });
						await field.type(text);
					},
					press: (key) => page.keyboard.press(key as KeyInput),
					close: () => context.close(),
				};
			},
			close: () => browser.close(),
		};
	},
};
