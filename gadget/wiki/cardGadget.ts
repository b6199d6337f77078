import type { Decision } from '../domain/decision.ts';
import type { Person } from './page.ts';

/** What the loader found out, for the card gadget to go on from. */
export interface CardStart {
	readonly person: Person;
	/** The place on the page where mentorship shows. */
	readonly module: HTMLElement;
	/** Decides anew, where the memory is not what the page says it is. */
	readonly decideOn: (memoryText: unknown) => Decision;
}

/** What the hidden gadget "mentorship-card" exports. */
export interface CardGadget {
	mount(start: CardStart): void;
}

const moduleName = 'ext.gadget.mentorship-card';

/** Loads the card gadget and hands over to it; `failed` is called where it cannot be loaded. */
export function loadCard(start: CardStart, failed: (reason: unknown) => void): void {
	mw.loader.using(moduleName).then((require) => {
		const gadget: CardGadget = require(moduleName);
		gadget.mount(start);
	}, failed);
}
