import type { GrowthTexts } from '../../wiki/growthTexts.ts';
import { homepageClasses } from '../../wiki/selectors.ts';
import type { MentorProfile } from '../host.ts';
import { element } from './element.ts';
import { createMentorName } from './mentorName.ts';
import { createOptedOutModule } from './optedOutModule.ts';
import { type OptInButton, takeOverOptInButton } from './optInButton.ts';
import { replaceInPlace } from './replaceInPlace.ts';

/** What stands in the place of one of the server's mentorship modules. */
export interface ModuleView {
	/** Draws the opted-out module over the server's mentor card; `press` is its button's. */
	showOptedOut(texts: GrowthTexts, press: () => void): OptInButton;
	/** Takes over the button of the opted-out module that the server drew. */
	takeOver(press: () => void): OptInButton;
	/** Brings back the server's own module. */
	restore(): void;
	/** Names a mentor in the opted-out module, before their card is there. */
	nameMentor(mentor: MentorProfile): void;
	/** Puts a module that the server drew later in the place. */
	showModule(module: HTMLElement): void;
	showFailure(sentence: string | null): void;
	/** Moves the focus to the heading of what stands there. */
	focus(): void;
}

/** @param serverModule The module as the server drew it; within a link of its own on a phone. */
export function createModuleView(serverModule: HTMLElement): ModuleView {
	const serverCard = serverModule.closest<HTMLElement>('[data-overlay-route]') ?? serverModule;
	let current = serverCard;
	let alert: HTMLElement | null = null;

	function put(replacement: HTMLElement): void {
		replaceInPlace(current, replacement);
		current = replacement;
	}

	function body(): Element {
		return current.querySelector(`.${homepageClasses.module}-body`) ?? current;
	}

	return {
		showOptedOut(texts, press) {
			put(createOptedOutModule(serverModule, texts));
			return takeOverOptInButton(current, press);
		},
		takeOver: (press) => takeOverOptInButton(current, press),
		restore() {
			serverModule.style.visibility = '';
			if (current !== serverCard) {
				put(serverCard);
			}
		},
		nameMentor(mentor) {
			body().replaceChildren(createMentorName(mentor));
		},
		showModule: put,
		showFailure(sentence) {
			alert?.remove();
			alert = null;
			if (sentence !== null) {
				alert = createAlert(sentence);
				body().append(alert);
			}
		},
		focus() {
			const heading = current.querySelector<HTMLElement>(`.${homepageClasses.module}-header`);
			const target = heading ?? current;
			target.tabIndex = -1;
			target.focus();
		},
	};
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
