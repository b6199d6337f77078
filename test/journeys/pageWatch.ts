import type { BrowserContext, Page } from 'playwright';

/** What shows where mentorship is: nothing yet, the server's card of a mentor, that card out of sight, or the opted-out card. */
export type Sight = 'nothing' | 'mentor' | 'out of sight' | 'opted out';

export interface Watched {
	/** What each frame showed, in order. */
	readonly frames: readonly Sight[];
	/**
	 * Cumulative layout shift, as browsers count it: not what follows within half a second of a click or
	 * a key. What moves only within the module of suggested edits is left out: the extension fetches what
	 * is in it, and whether that moves anything varies from one visit to the next.
	 */
	readonly shift: number;
}

/** Watches every page that a browser opens from now on, frame by frame. */
export async function watchPages(context: BrowserContext): Promise<void> {
	await context.addInitScript(() => {
		const watched: { frames: Sight[]; shift: number } = { frames: [], shift: 0 };
		Object.assign(window, { watched });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) {
				const { hadRecentInput, value, sources } = Object(entry);
				const isSuggestedEdits = ({ node }: { node: Node | null }) =>
					!!node?.parentElement?.closest('[data-module-name=start-startediting]');
				if (!hadRecentInput && !sources.every(isSuggestedEdits)) {
					watched.shift += value;
				}
			}
		}).observe({ type: 'layout-shift', buffered: true });

		const look = (): Sight => {
			const module = document.querySelector<HTMLElement>('[data-module-name^=mentorship]');
			if (!module) {
				return 'nothing';
			}
			if (!module.checkVisibility({ visibilityProperty: true })) {
				return 'out of sight';
			}
			return module.dataset.moduleName === 'mentorship' ? 'mentor' : 'opted out';
		};
		const lookAgain = (): void => {
			watched.frames.push(look());
			requestAnimationFrame(lookAgain);
		};
		requestAnimationFrame(lookAgain);
	});
}

export function readWatched(page: Page): Promise<Watched> {
	return page.evaluate(() => Object(window).watched);
}
