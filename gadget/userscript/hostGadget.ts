import { hostGadgets } from '../hosts/index.ts';
import type { HostGadget, Opening } from '../wiki/hostGadget.ts';
import { log } from '../wiki/page.ts';

const mounts = import.meta.glob<HostGadget['mount']>('../hosts/*/mount.ts', {
	eager: true,
	import: 'mount',
});

/** In the userscript, in the place of `wiki/hostGadget.ts`: there is nothing to load. */
export function loadHost(name: string, opening: Opening): void {
	const host = hostGadgets.find((gadget) => gadget.name === name);
	mounts[`../hosts/${host?.folder}/mount.ts`]?.(opening).catch(log);
}
