import { element } from '../element.ts';
import type { Face } from './card.ts';

/** What stands in a place. */
export interface FaceView {
	readonly element: HTMLElement;
	/** Changes what it says to a later face of the same kind, in place. */
	readonly fill?: (face: Face) => void;
}

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
