import { homepageClasses } from '../../wiki/selectors.ts';

export interface OptInButton {
	/** Says what is going on, and cannot be pressed meanwhile; `null`: as it was. */
	setBusy(label: string | null): void;
	focus(): void;
	/** Lets the extension's own dialog open, now and from now on. */
	giveBack(): void;
}

/**
 * Takes over the "Get a mentor" button of an opted-out module, ours or the server's. The
 * extension's script binds its own dialog to the button, before us or after us; so presses are
 * caught on their way down to it, whoever drew the button.
 */
export function takeOverOptInButton(module: HTMLElement, press: () => void): OptInButton {
	let isBusy = false;
	const findButton = () =>
		module.querySelector<HTMLElement>(`#${homepageClasses.optInButton} [role=button]`);

	const onPress = (event: Event): void => {
		const isKey = event instanceof KeyboardEvent;
		const isOnButton = event.target instanceof Node && findButton()?.contains(event.target);
		if (!isOnButton || (isKey && event.key !== 'Enter' && event.key !== ' ')) {
			return;
		}
		event.preventDefault();
		event.stopPropagation();
		// A key arrives as keydown and keypress, and only the first is a press.
		if (!isBusy && event.type !== 'keypress') {
			press();
		}
	};
	const types = ['click', 'keydown', 'keypress'];
	for (const type of types) {
		module.addEventListener(type, onPress, true);
	}

	let labelBefore: string | null = null;
	return {
		setBusy(label) {
			isBusy = label !== null;
			const button = findButton();
			const labelElement = button?.querySelector('.oo-ui-labelElement-label');
			if (labelElement) {
				labelBefore ??= labelElement.textContent;
				labelElement.textContent = label ?? labelBefore;
			}
			if (isBusy) {
				button?.setAttribute('aria-disabled', 'true');
			} else {
				button?.removeAttribute('aria-disabled');
			}
		},
		focus: () => findButton()?.focus(),
		giveBack() {
			for (const type of types) {
				module.removeEventListener(type, onPress, true);
			}
			findButton()?.click();
		},
	};
}
