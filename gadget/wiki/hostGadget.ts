import type { CountingThresholds, WikiFacts } from '../domain/thresholds.ts';
import type { Person } from './page.ts';

/** What the loader found out, for a host's gadget to go on from: facts alone. */
export interface Opening {
	readonly person: Person;
	/** Where mentorship shows on the page; `null` where it does not. */
	readonly place: HTMLElement | null;
	readonly wiki: WikiFacts;
	/** `undefined`: not known without asking the wiki. */
	readonly counting: CountingThresholds | undefined;
	/** The gadget's page of thresholds, parsed; anything at all. */
	readonly gadgetPage: unknown;
}

/** What the hidden gadgets export. */
export interface HostGadget {
	/** Rejects where the page, or MediaWiki, is not what the gadget takes it for. */
	mount(opening: Opening): Promise<void>;
}

/**
 * Loads a host's gadget and hands over to it. Where it cannot be loaded, or fails, the page stays as
 * the server made it, and the console says why: in one line, which jQuery's promises would double.
 *
 * @param name The gadget's name on the wiki, less `mentorship-`.
 */
export function loadHost(name: string, opening: Opening): void {
	const moduleName = `ext.gadget.mentorship-${name}`;
	Promise.resolve(mw.loader.using(moduleName))
		.then((require) => (require(moduleName) as HostGadget).mount(opening))
		.catch(mw.log.warn);
}
