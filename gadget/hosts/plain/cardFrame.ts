import { element } from '../element.ts';

/** The heading takes the focus when the card changes in place. */
export function createFrame(
	title: string,
	menu: HTMLElement | '',
	...children: Node[]
): HTMLElement {
	return element(
		'section',
		{ class: 'mentorship-card' },
		element(
			'div',
			{ class: 'mentorship-card__header' },
			element('h2', { tabindex: '-1' }, title),
			menu,
		),
		...children,
	);
}
