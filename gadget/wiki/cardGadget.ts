import type { Decision } from '../domain/decision.ts';
import type { Memory } from '../domain/memory.ts';
import type { Thresholds } from '../domain/thresholds.ts';
import type { Person } from './page.ts';

/** What the loader found out, for a card gadget to go on from. */
export interface CardStart {
	readonly person: Person;
	/** The place on the page where mentorship shows. */
	readonly module: HTMLElement;
	/** As the gadget's own page has them. */
	readonly thresholds: Thresholds | null;
	/** Decides anew, where memory or thresholds are not what the page says they are. */
	readonly decideOn: (memory: Memory, thresholds: Thresholds | null) => Decision;
}

/** What the hidden card gadgets export. */
export interface CardGadget {
	/** Rejects where the page, or MediaWiki, is not what the gadget takes it for. */
	mount(start: CardStart): Promise<void>;
}

/**
 * Loads a card gadget and hands over to it. Where it cannot be loaded, or fails, the page stays as the
 * server made it, and the console says why: in one line, which jQuery's promises would double.
 *
 * @param name The gadget's name on the wiki, less `mentorship-`.
 */
export function loadCard(name: string, start: CardStart): void {
	const moduleName = `ext.gadget.mentorship-${name}`;
	Promise.resolve(mw.loader.using(moduleName))
		.then((require) => (require(moduleName) as CardGadget).mount(start))
		.catch(mw.log.warn);
}
