import type { Frame, Page } from 'playwright';

/** How many frames in a row a page has to be at rest. */
const frames = 6;
/** As many, where a script was kept from the page: MediaWiki's loader never says of one that it failed. */
const framesWithoutScript = 60;

/**
 * Everything that the gadget had to do is done, as the page itself says: its modules have run, no call
 * to the wiki is on its way (jQuery counts them), and what waits for an idle moment has had one.
 */
export async function settle(page: Page | Frame): Promise<void> {
	await page.waitForFunction(
		([whole, withoutScript, asked]) => {
			const { mw, jQuery, rest = {} } = Object(window);
			if (rest.asked !== asked) {
				Object.assign(window, { rest: { asked, frames: 0, wasIdle: false } });
				return false;
			}
			const isAtRest = document.readyState === 'complete' && jQuery?.active === 0;
			if (!isAtRest || rest.frames === 0) {
				rest.wasIdle = false;
				requestIdleCallback(() => {
					rest.wasIdle = true;
				});
			}
			rest.frames = isAtRest ? rest.frames + 1 : 0;
			const names: string[] = mw?.loader?.getModuleNames?.() ?? [];
			const isThrough = names
				.filter((name) => /^ext\.(gadget|growthExperiments)\./.test(name))
				.every((name) => !/^(loading|loaded|executing)$/.test(mw.loader.getState(name)));
			return rest.wasIdle && rest.frames > (isThrough ? whole : withoutScript);
		},
		[frames, framesWithoutScript, Math.random()] as const,
		{ polling: 'raf' },
	);
}
