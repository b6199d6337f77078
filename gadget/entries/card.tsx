import '../hosts/plain/card.css';
import { readMemory } from '../domain/memory.ts';
import { decideCard, type Situation } from '../domain/rule.ts';
import { createCardActions } from '../hosts/plain/actions.ts';
import { createCardView } from '../hosts/plain/cardView.tsx';
import { createPlainHost } from '../hosts/plain/host.ts';
import { mayHoldPlace } from '../hosts/plain/place.ts';
import english from '../i18n/en.json';
import { createWikiApi } from '../wiki/api.ts';
import type { Opening } from '../wiki/hostGadget.ts';
import { text } from '../wiki/messages.ts';
import { readOwnMemory } from '../wiki/ownMemory.ts';
import { readPage } from '../wiki/page.ts';
import { bringTexts } from '../wiki/texts.ts';

/** The hidden gadget "mentorship-card": draws the card that the loader decided on. */
export async function mount({ person, place, facts }: Opening): Promise<void> {
	const memory = readMemory(readOwnMemory());
	if (!place || !memory || !mayHoldPlace(readPage())) {
		place?.style.removeProperty('visibility');
		return;
	}
	const situation: Situation = {
		...facts,
		state: memory.state ?? 'enabled',
		memory,
		hasOwnRule: false,
		wasRefused: false,
	};
	const isOptedOut = decideCard(situation, Date.now()) === 'optedOut';
	// 1. Where mentorship lives.
	const api = createWikiApi(person.name);
	const host = createPlainHost({
		api,
		ownId: person.id,
		memory,
		now: Date.now,
		random: Math.random,
	});
	// 2. What shows.
	const language = document.documentElement.lang;
	const view = createCardView(place, isOptedOut, () => ({
		text,
		language,
		now: Date.now(),
		actions,
	}));
	const actions = createCardActions({ host, ...view });
	await bringTexts(api, 'card', english, view.draw);
	// 3. The mentor of whoever has one.
	view.draw();
	if (!isOptedOut) {
		actions.followMentor();
	}
}
