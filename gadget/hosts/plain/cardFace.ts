import { element } from '../element.ts';
import { createButton } from './button.ts';
import type { Face } from './card.ts';
import type { CardContext } from './cardContext.ts';
import { createFrame, type FaceView } from './cardFrame.ts';
import { createFailureNotice } from './failureNotice.ts';
import { createMentorCard } from './mentorCard.ts';

export function createFace(face: Face, context: CardContext): FaceView {
	const { text, actions } = context;
	const mentorFrame = (...children: Node[]) => ({
		element: createFrame(text('card-mentor-title'), '', ...children),
	});
	switch (face.kind) {
		case 'optedOut':
			return { element: createOptedOutCard(context) };
		case 'mentor':
			return createMentorCard(context);
		case 'waiting':
			return mentorFrame(element('p', {}, '…'));
		case 'failed':
			return mentorFrame(
				createFailureNotice(face.failure, context),
				createButton(text('try-again'), '', actions.retry),
			);
	}
}

/** The same whether they opted out by hand or the rule did it. */
function createOptedOutCard({ text, addressOf, actions }: CardContext): HTMLElement {
	const helpPage = addressOf('card-help-page');
	return createFrame(
		text('card-opted-out-title'),
		'',
		element('p', {}, text('card-opted-out-text')),
		...(helpPage
			? [element('p', {}, element('a', { href: helpPage }, text('card-about-title')))]
			: []),
		createButton(text('card-opted-out-get'), 'cdx-button--action-progressive', () =>
			actions.openDialog('get'),
		),
	);
}
