import { mount as mountCard } from '../entries/card.ts';
import { mount as mountGrowth } from '../entries/growth.ts';
import type { HostGadget, Opening } from '../wiki/hostGadget.ts';
import { log } from '../wiki/page.ts';

const mounts: Readonly<Record<string, HostGadget['mount']>> = {
	card: mountCard,
	growth: mountGrowth,
};

/** In the userscript, in the place of `wiki/hostGadget.ts`: there is nothing to load. */
export function loadHost(name: string, opening: Opening): void {
	mounts[name]?.(opening).catch(log);
}
