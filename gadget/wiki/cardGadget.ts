import type { Decision } from '../domain/decision.ts';
import type { Memory } from '../domain/memory.ts';
import type { Person } from './page.ts';

/** What the loader found out, for a card gadget to go on from. */
export interface CardStart {
	readonly person: Person;
	/** The place on the page where mentorship shows. */
	readonly module: HTMLElement;
	/** Decides anew, where the memory is not what the page says it is. */
	readonly decideOn: (memory: Memory) => Decision;
}

/** What the hidden card gadgets export. */
export interface CardGadget {
	mount(start: CardStart): void;
}

/**
 * Loads a card gadget and hands over to it.
 *
 * @param name The gadget's name on the wiki, less `mentorship-`.
 */
export function loadCard(name: string, start: CardStart): void {
	const moduleName = `ext.gadget.mentorship-${name}`;
	mw.loader.using(moduleName).then((require) => {
		const gadget: CardGadget = require(moduleName);
		gadget.mount(start);
	}, mw.log.warn);
}
