import { memoryOption } from '../domain/memory.ts';
import { decideNeed } from '../domain/rule.ts';
import { readGadgetPage } from '../wiki/configuration.ts';
import { readCountingThresholds } from '../wiki/countingThresholds.ts';
import { loadHost } from '../wiki/hostGadget.ts';
import { readOption, readPerson, readWiki } from '../wiki/page.ts';
import { look } from './index.ts';

/** In milliseconds; after this long without the right card, the server's is better than none. */
const patience = 1500;

/**
 * Where the page was opened last: `undefined` nowhere yet, `null` outside of any place. While that is
 * there, what looks like another place beside it is what we have drawn.
 */
let lastPlace: HTMLElement | null | undefined;

/**
 * Finds out whether the page needs more than it holds, and loads what draws and acts. Once for each
 * place: a page may be drawn anew.
 */
export function open(): void {
	const person = readPerson();
	const wiki = readWiki();
	const { gadget, place, storedState } = look(wiki);
	if (!person || place === lastPlace || Object(lastPlace).isConnected) {
		return;
	}
	lastPlace = place;
	const gadgetPage = readGadgetPage();
	const counting = readCountingThresholds(wiki, gadgetPage);
	const need = decideNeed(
		{
			gadget,
			isPlace: !!place,
			mentee: person,
			storedState,
			remembered: readOption(memoryOption),
			counting,
		},
		Date.now(),
	);
	if (!need) {
		return;
	}
	if (place && need === 'hideAndLoad') {
		// The wrong card goes out of sight, its place kept, until the gadget draws there.
		place.style.visibility = 'hidden';
		setTimeout(() => {
			place.style.visibility = '';
		}, patience);
	}
	loadHost(gadget, { person, place, wiki, counting, gadgetPage });
}
