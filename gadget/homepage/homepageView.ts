import type { GrowthTexts } from '../wiki/growthTexts.ts';
import type { MentorProfile } from '../wiki/hosts/host.ts';
import { homepageClasses } from '../wiki/selectors.ts';
import { element } from './element.ts';
import { createMentorName } from './mentorName.ts';
import { createOptedOutModule } from './optedOutModule.ts';
import { type OptInButton, takeOverOptInButton } from './optInButton.ts';
import { replaceInPlace } from './place.ts';

/** What stands in the place of the server's mentorship module. */
export interface HomepageView {
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
	/** Moves the focus to the heading of what stands there, and has it read out. */
	announce(sentence: string): void;
}

/** @param serverModule The module as the server drew it; within a link of its own on a phone. */
export function createHomepageView(serverModule: HTMLElement): HomepageView {
	const serverCard = serverModule.closest<HTMLElement>('[data-overlay-route]') ?? serverModule;
	let current = serverCard;
	let alert: HTMLElement | null = null;
	// A live region is read out only if it was there, empty, before.
	const status = element('div', { role: 'status' });
	Object.assign(status.style, { position: 'absolute', clipPath: 'inset(50%)' });
	document.body.append(status);

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
		announce(sentence) {
			const heading = current.querySelector<HTMLElement>(`.${homepageClasses.module}-header`);
			const target = heading ?? current;
			target.tabIndex = -1;
			target.focus();
			status.textContent = sentence;
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
