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
	const memory = parseMemory(readOption(memoryOption));
	const homepage = findHomepage(memory);
	if (!person || !homepage || !memory) {
		return;
	}
	const decision = decide(homepage.state, memory, person.facts, readConfiguration(), Date.now());
	if (decision === 'nothing') {
		return;
	}
	loadCard({ person, homepage, decision }, reportError);
}

if (document.readyState === 'loading') {
	document.addEventListener('DOMContentLoaded', start);
} else {
	start();
}
