import { decide } from '../domain/decision.ts';
import { memoryOption, parseMemory } from '../domain/memory.ts';
import { loadCard } from '../wiki/cardGadget.ts';
import { readConfiguration } from '../wiki/configuration.ts';
import { findHomepage } from '../wiki/homepage.ts';
import { readOption, readPerson } from '../wiki/page.ts';

/*
 * The default gadget: on every page of its namespaces, so it only decides, and loads the card where
 * there is something to show.
 */
function start(): void {
	const person = readPerson();
	const homepage = findHomepage();
	if (!person || !homepage) {
		return;
	}
	const thresholds = readConfiguration();
	const decideOn = (memoryText: unknown) => {
		const memory = parseMemory(memoryText);
		return decide(homepage.readState(memory), memory, person.facts, thresholds, Date.now());
	};
	if (decideOn(readOption(memoryOption)) !== 'nothing') {
		loadCard({ person, module: homepage.module, decideOn }, reportError);
	}
}

if (document.readyState === 'loading') {
	document.addEventListener('DOMContentLoaded', start);
} else {
	start();
}
