import { render } from 'preact';
import { isolate } from '../../i18n/messages.ts';
import { Card } from './Card.tsx';
import { type CardEvent, type CardState, initialCard, reduceCard } from './card.ts';
import type { CardContext } from './cardContext.ts';

export interface CardView {
	readonly getState: () => CardState;
	readonly dispatch: (event: CardEvent) => void;
	readonly draw: () => void;
}

/**
 * Keeps the card's state and draws it.
 *
 * @param root Whatever it held is replaced.
 * @param createContext What the parts of the card need, for the drawing at hand.
 */
export function createCardView(
	root: HTMLElement,
	isOptedOut: boolean,
	createContext: () => CardContext,
): CardView {
	let state = initialCard(isOptedOut);
	const card = document.createElement('div');
	// A live region is read out only if it was there, empty, before.
	const announcement = document.createElement('div');
	announcement.className = 'mentorship-hidden';
	announcement.setAttribute('role', 'status');
	// The page around it may be written in the other direction.
	root.dir = document.dir;
	root.replaceChildren(card, announcement);
	// The loader hides what is there when a person graduates.
	root.style.visibility = '';

	const draw = () => render(<Card state={state} context={createContext()} />, card);

	return {
		getState: () => state,
		draw,
		dispatch(event) {
			const hadDialog = state.dialog !== null;
			state = reduceCard(state, event);
			draw();
			const hasDialog = state.dialog !== null;
			if (hadDialog && !hasDialog) {
				// A card has one button that opens dialogs; a new card begins at its heading.
				const target = event.type === 'dialogClosed' ? 'button' : 'h2';
				card.querySelector<HTMLElement>(target)?.focus();
				announcement.textContent = announce(event, createContext());
			}
		},
	};
}

function announce(event: CardEvent, { text }: CardContext): string {
	if (event.type === 'mentorGiven') {
		// That they are not the one asked for stands on the card.
		return text('card-mentor-assigned', isolate(event.given.mentor.name));
	}
	return event.type === 'left' ? text('card-opted-out-done') : '';
}
