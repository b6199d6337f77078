import type { ComponentChildren } from 'preact';
import type { Text } from '../../i18n/messages.ts';
import type { CardActions } from './actions.ts';
import { CardDialog } from './CardDialog.tsx';
import type { CardState } from './card.ts';
import { FailureNotice } from './FailureNotice.tsx';
import { MentorCard } from './MentorCard.tsx';
import { OptedOutCard } from './OptedOutCard.tsx';

/** What every part of the card may need besides its state. */
export interface CardContext {
	readonly text: Text;
	/** BCP 47 code of the person's language. */
	readonly language: string;
	/** Milliseconds since 1970. */
	readonly now: number;
	readonly actions: CardActions;
}

export function Card({ state, context }: { state: CardState; context: CardContext }) {
	const { dialog } = state;
	return (
		<>
			<Face state={state} context={context} />
			{dialog && <CardDialog dialog={dialog} context={context} />}
		</>
	);
}

function Face({ state, context }: { state: CardState; context: CardContext }) {
	const { face } = state;
	const { text, actions } = context;
	switch (face.kind) {
		case 'optedOut':
			return <OptedOutCard context={context} />;
		case 'mentor':
			return <MentorCard face={face} isMenuOpen={state.isMenuOpen} context={context} />;
		case 'waiting':
			return (
				<CardFrame title={text('card-mentor-title')}>
					<p>…</p>
				</CardFrame>
			);
		case 'failed':
			return (
				<CardFrame title={text('card-mentor-title')}>
					<FailureNotice failure={face.failure} text={text} />
					<button type="button" class="cdx-button" onClick={actions.retry}>
						{text('try-again')}
					</button>
				</CardFrame>
			);
	}
}

/** The heading takes the focus when the card changes in place. */
export function CardFrame(props: {
	title: string;
	menu?: ComponentChildren;
	children: ComponentChildren;
}) {
	return (
		<section class="mentorship-card">
			<div class="mentorship-card__header">
				<h2 tabIndex={-1}>{props.title}</h2>
				{props.menu}
			</div>
			{props.children}
		</section>
	);
}
