import type { GrowthTexts } from '../../wiki/growthTexts.ts';
import { homepageClasses, mentorModuleSelector } from '../../wiki/selectors.ts';
import { element } from '../element.ts';
import type { NamedMentor } from '../host.ts';
import { createMentorName } from './mentorName.ts';
import { createOptedOutModule } from './optedOutModule.ts';
import { createPlace } from './room.ts';

/** What takes the place of one of the server's mentorship modules. */
export interface ModuleView {
	/** Draws the opted-out module over the server's mentor card. */
	showOptedOut(texts: GrowthTexts): void;
	/** Brings back the server's own module. */
	restore(): void;
	/** Names a mentor in the opted-out module, before their card is there. */
	nameMentor(mentor: NamedMentor): void;
	/**
	 * Puts the mentor's card in the place as a later page has it.
	 *
	 * @returns The card; `undefined` where that page has none for this place.
	 */
	showCard(page: Document): HTMLElement | undefined;
	showFailure(sentence: string | null): void;
	/** Moves the focus to the heading of what stands there. */
	focus(): void;
}

/** @param serverModule The module as the server drew it. */
export function createModuleView(serverModule: HTMLElement): ModuleView {
	let serverCard = withLink(serverModule);
	/** Ours stands before the server's, which stays for the extension's script to take hold of. */
	let ownCard: HTMLElement | null = null;
	let alert: HTMLElement | null = null;
	const changePlace = createPlace(() => serverCard);
	// On a phone, the extension moves the server's into what it opens over the page: ours goes along.
	new MutationObserver(() => {
		if (ownCard && ownCard.nextElementSibling !== serverCard) {
			serverCard.before(ownCard);
		}
	}).observe(serverCard.parentNode as Node, { childList: true });
	const readCard = () => ownCard || serverCard;

	function change(work: () => void): void {
		const hadFocus = readCard().contains(document.activeElement);
		changePlace(work);
		if (hadFocus) {
			focus();
		}
	}

	function removeOwn(): void {
		ownCard?.remove();
		ownCard = null;
	}

	function focus(): void {
		const card = readCard();
		const target = card.querySelector<HTMLElement>(`.${homepageClasses.module}-header`) || card;
		target.tabIndex = -1;
		target.focus();
	}

	function body(): Element {
		return readCard().querySelector(`.${homepageClasses.module}-body`) || readCard();
	}

	return {
		showOptedOut(texts) {
			const card = createOptedOutModule(serverModule, texts);
			change(() => {
				serverCard.before(card);
				serverCard.style.display = 'none';
				ownCard = card;
			});
		},
		restore() {
			serverModule.style.visibility = '';
			if (ownCard) {
				change(() => {
					serverCard.style.display = '';
					removeOwn();
				});
			}
		},
		nameMentor(mentor) {
			body().replaceChildren(createMentorName(mentor));
		},
		showCard(page) {
			const { mode } = serverModule.dataset;
			const module = page.querySelector<HTMLElement>(
				`${mentorModuleSelector}[data-mode="${mode}"]`,
			);
			if (!module) {
				return undefined;
			}
			const card = document.importNode(withLink(module), true);
			change(() => {
				serverCard.replaceWith(card);
				serverCard = card;
				removeOwn();
			});
			return card;
		},
		showFailure(sentence) {
			alert?.remove();
			if (sentence !== null) {
				alert = createAlert(sentence);
				body().append(alert);
			}
		},
		focus,
	};
}

/** On a phone, the mentor's card is within a link of its own. */
function withLink(module: HTMLElement): HTMLElement {
	return module.closest<HTMLElement>('[data-overlay-route]') || module;
}

/** In OOUI's clothes, which every Homepage has loaded. */
function createAlert(sentence: string): HTMLElement {
	return element(
		'div',
		{
			class:
				'oo-ui-widget oo-ui-messageWidget oo-ui-messageWidget-block oo-ui-flaggedElement-error',
			role: 'alert',
		},
		element('span', { class: 'oo-ui-labelElement-label' }, sentence),
	);
}
