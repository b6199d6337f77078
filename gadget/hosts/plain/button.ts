import { element } from '../element.ts';

/** @param classes Codex's, besides the one of every button. */
export function createButton(
	label: string,
	classes: string,
	press: () => void,
	attributes: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
	const button = element(
		'button',
		{ type: 'button', class: `cdx-button ${classes}`, ...attributes },
		label,
	);
	button.addEventListener('click', press);
	return button;
}
