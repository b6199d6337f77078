import { mount as mountCard } from '../entries/card.tsx';
import { mount as mountGrowth } from '../entries/growth.ts';
import type { CardGadget, CardStart } from '../wiki/cardGadget.ts';
import { log } from '../wiki/page.ts';

const mounts: Readonly<Record<string, CardGadget['mount']>> = {
	card: mountCard,
	growth: mountGrowth,
};

/** In the userscript, in the place of `wiki/cardGadget.ts`: there is nothing to load. */
export function loadCard(name: string, start: CardStart): void {
	mounts[name]?.(start).catch(log);
}
