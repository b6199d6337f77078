import { optInButtonSelector } from '../../wiki/selectors.ts';

/** "Get a mentor" on the opted-out module, ours or the server's; on a phone it is in two places. */
export interface OptInButton {
	/** Says what is going on, and cannot be pressed meanwhile; `null`: as it was. */
	setBusy(label: string | null): void;
	focus(): void;
	/** Lets the extension's own dialog open, now and from now on. */
	giveBack(): void;
}

/**
 * Takes over the button, now and wherever it is drawn later. The extension's script binds its own
 * dialog to it, before us or after us; so presses are caught on their way down to it.
 */
export function takeOverOptInButton(press: () => void): OptInButton {
	let isBusy = false;
	let labelBefore: string | null = null;
	let pressed: HTMLElement | null = null;

	const onPress = (event: Event): void => {
		const button =
			event.target instanceof Element && event.target.closest<HTMLElement>(optInButtonSelector);
		if (!button || (event instanceof KeyboardEvent && !/^(Enter| )$/.test(event.key))) {
			return;
		}
		event.preventDefault();
		event.stopPropagation();
		// A key arrives as keydown and keypress, and only the first is a press.
		if (!isBusy && event.type !== 'keypress') {
			pressed = button;
			press();
		}
	};
	const types = ['click', 'keydown', 'keypress'];
	for (const type of types) {
		document.addEventListener(type, onPress, true);
	}

	return {
		setBusy(label) {
			isBusy = label !== null;
			for (const button of document.querySelectorAll(optInButtonSelector)) {
				const text = button.querySelector('.oo-ui-labelElement-label') || button;
				labelBefore ||= text.textContent;
				text.textContent = label || labelBefore;
				button.setAttribute('aria-disabled', String(isBusy));
			}
		},
		focus: () => pressed?.focus(),
		giveBack() {
			for (const type of types) {
				document.removeEventListener(type, onPress, true);
			}
			pressed?.click();
		},
	};
}
