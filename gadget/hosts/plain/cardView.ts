import { isolate } from '../../i18n/messages.ts';
import { contentSelector } from '../../wiki/selectors.ts';
import { element } from '../element.ts';
import { type CardEvent, type CardState, type Face, initialCard, reduceCard } from './card.ts';
import type { CardContext } from './cardContext.ts';
import { type DialogView, openDialog } from './cardDialog.ts';
import { createFace } from './cardFace.ts';
import type { FaceView } from './cardFrame.ts';

export interface CardView {
	readonly getState: () => CardState;
	readonly dispatch: (event: CardEvent) => void;
	/** Draws the card in these places as well; in those where it stands already it stays. */
	readonly drawIn: (roots: Iterable<HTMLElement>) => void;
	/** Draws every card anew, as the texts have changed; not while the person is in it, or in its dialog. */
	readonly redraw: () => void;
}

/**
 * Keeps the card's state and draws it, in as many places as the page has.
 *
 * @param createContext What the parts of the card need, for the drawing at hand.
 */
export function createCardView(isOptedOut: boolean, createContext: () => CardContext): CardView {
	let state = initialCard(isOptedOut);
	let places: readonly Place[] = [];
	let dialog: DialogView | null = null;
	// A live region is read out only if it was there, empty, before.
	const announcement = element('div', { class: 'mentorship-hidden', role: 'status' });
	document.body.append(announcement);

	function drawFaces(): void {
		for (const place of places) {
			place.draw(state.face, createContext());
		}
	}

	/** A dialog that closes gives the focus back to the card first, where the next face takes it on. */
	function drawDialog(): void {
		if (!state.dialog) {
			dialog?.remove();
			dialog = null;
		} else {
			dialog ??= openDialog(state.dialog, createContext());
			dialog.show(state.dialog);
		}
	}

	return {
		getState: () => state,
		drawIn(roots) {
			places = [...roots].map(
				(root) => places.find((place) => place.root === root) ?? createPlace(root),
			);
			drawFaces();
		},
		redraw() {
			if (!state.dialog) {
				for (const place of places) {
					place.forget();
				}
				drawFaces();
			}
		},
		dispatch(event) {
			const hadDialog = !!state.dialog;
			state = reduceCard(state, event);
			drawDialog();
			drawFaces();
			if (hadDialog && !state.dialog) {
				announcement.textContent = announce(event, createContext());
			}
		},
	};
}

interface Place {
	readonly root: HTMLElement;
	draw(face: Face, context: CardContext): void;
	/** Lets the next drawing begin anew, unless the person is in the card at the moment. */
	forget(): void;
}

/** @param root Whatever it held is replaced. */
function createPlace(root: HTMLElement): Place {
	let shown: Face['kind'] | null = null;
	let view: FaceView;
	// The page around it may be written in another language, in the other direction.
	root.dir = document.dir;
	root.lang = document.documentElement.lang;
	// The loader hides what is there when a person graduates.
	root.style.visibility = '';
	clearVariables(root);
	const hasFocus = () => root.contains(document.activeElement);

	return {
		root,
		draw(face, context) {
			if (face.kind !== shown) {
				const hadFocus = hasFocus();
				shown = face.kind;
				view = createFace(face, context);
				root.textContent = '';
				root.append(view.element);
				if (hadFocus) {
					root.querySelector('h2')?.focus();
				}
			}
			view.fill?.(face);
		},
		forget() {
			if (!hasFocus()) {
				shown = null;
			}
		},
	};
}

/**
 * Takes away what the page's own elements around the card say of variables: the skin's colours come by
 * those, and no style of ours could tell whose they are.
 */
function clearVariables(root: HTMLElement): void {
	let around: HTMLElement | null = root;
	while (around && !around.matches(contentSelector)) {
		const { style }: HTMLElement = around;
		for (const name of Array.from(style)) {
			if (name.startsWith('--')) {
				style.removeProperty(name);
			}
		}
		around = around.parentElement;
	}
}

function announce(event: CardEvent, { text }: CardContext): string {
	if (event.type === 'mentorGiven') {
		// That they are not the one asked for stands on the card.
		return text('card-mentor-assigned', isolate(event.given.mentor.name));
	}
	return event.type === 'left' ? text('card-opted-out-done') : '';
}
