import './card.css';
import { readMemory } from '../../domain/memory.ts';
import { isCardOptedOut, type Situation } from '../../domain/rule.ts';
import english from '../../i18n/en.json';
import { createWikiApi } from '../../wiki/api.ts';
import type { Opening } from '../../wiki/hostGadget.ts';
import { addressOf, text } from '../../wiki/messages.ts';
import { readOwnMemory } from '../../wiki/ownMemory.ts';
import { readPageVariables, whenReady } from '../../wiki/page.ts';
import { bringTexts } from '../../wiki/texts.ts';
import { createCardActions } from './actions.ts';
import { createCardView } from './cardView.ts';
import { createPlainHost } from './host.ts';
import { findPlaces, mayHoldPlace } from './place.ts';

/** The page's card, however often its content is drawn. */
let card: Promise<void> | undefined;

/** The hidden gadget "mentorship-card": draws the card that the loader decided on. */
export async function mount(opening: Opening): Promise<void> {
	if (mayHoldPlace(readPageVariables())) {
		card ??= createCard(opening);
		await card;
	} else {
		opening.place?.style.removeProperty('visibility');
	}
}

async function createCard({ person, place, counting }: Opening): Promise<void> {
	const memory = readMemory(readOwnMemory());
	if (!memory) {
		// A newer version of the gadget wrote it: it is left alone.
		place?.style.removeProperty('visibility');
		return;
	}
	const situation: Situation = {
		gadget: 'card',
		isPlace: true,
		mentee: person,
		state: memory.state ?? 'enabled',
		isExplicit: false,
		memory,
		counting,
		hasOwnRule: false,
		wasRefused: false,
	};
	const isOptedOut = isCardOptedOut(situation, Date.now());
	// 1. Where mentorship lives.
	const api = createWikiApi(person.name);
	const host = createPlainHost({ api, ownId: person.id, memory, random: Math.random });
	// 2. What shows.
	const language = document.documentElement.lang;
	const view = createCardView(isOptedOut, () => ({
		text,
		addressOf,
		language,
		now: Date.now(),
		actions,
	}));
	const actions = createCardActions({ host, ...view });
	await bringTexts(api, 'card', english, view.redraw);
	// 3. In each place, also where the page is drawn anew.
	whenReady(() => {
		if (mayHoldPlace(readPageVariables())) {
			view.drawIn(findPlaces());
		}
	});
	// 4. The person's mentor.
	if (!isOptedOut) {
		actions.followMentor();
	}
}
