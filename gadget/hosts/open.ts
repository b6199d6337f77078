import { decide } from '../domain/decision.ts';
import { type Memory, memoryOption, parseMemory } from '../domain/memory.ts';
import type { Thresholds } from '../domain/thresholds.ts';
import { loadCard } from '../wiki/cardGadget.ts';
import { readConfiguration } from '../wiki/configuration.ts';
import { findHomepage } from '../wiki/homepage.ts';
import { readOption, readPerson } from '../wiki/page.ts';

/** In milliseconds; after this long without the right card, the server's is better than none. */
const patience = 1500;

/**
 * Decides what somebody is to see where mentorship shows on the page, and has it shown where that is
 * more than the page holds already.
 */
export function openHomepage(): void {
	const person = readPerson();
	const memory = parseMemory(readOption(memoryOption));
	const homepage = findHomepage();
	if (!person || !memory || !homepage) {
		return;
	}
	const { module } = homepage;
	const thresholds = readConfiguration();
	const decideOn = (current: Memory, known: Thresholds | null) =>
		decide(homepage.readState(current), homepage.hasAsked(current), person, known, Date.now());
	const decision = decideOn(memory, homepage.mayOwnThresholds ? null : thresholds);
	if (homepage.needsCard(decision, memory)) {
		if (decision === 'graduate') {
			// The wrong card goes out of sight, its place kept, until the card gadget draws there.
			module.style.visibility = 'hidden';
			setTimeout(() => {
				module.style.visibility = '';
			}, patience);
		}
		loadCard(homepage.gadget, { person, module, thresholds, decideOn });
	}
}
