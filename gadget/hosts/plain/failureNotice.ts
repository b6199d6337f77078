import { element } from '../element.ts';
import type { Failure } from '../failure.ts';
import type { CardContext } from './cardContext.ts';

/** What went wrong and, where there is no mentor, where else one can ask. */
export function createFailureNotice(
	{ key, parameter }: Failure,
	{ text, addressOf }: CardContext,
): HTMLElement {
	const helpDesk = key === 'failure-no-mentor' ? addressOf('card-help-desk') : null;
	return element(
		'div',
		{ class: 'cdx-message cdx-message--block cdx-message--error', role: 'alert' },
		// In Arabic, Codex would draw its bulb for notices: it goes by the language.
		element('span', { class: 'cdx-message__icon', lang: '' }),
		element(
			'div',
			{ class: 'cdx-message__content' },
			text(key, parameter),
			...(helpDesk ? [' ', element('a', { href: helpDesk }, text('card-help-desk-ask'))] : []),
		),
	);
}
