import { CardDialog } from './CardDialog.tsx';
import { CardFrame } from './CardFrame.tsx';
import type { CardState } from './card.ts';
import type { CardContext } from './cardContext.ts';
import { FailureNotice } from './FailureNotice.tsx';
import { MentorCard } from './MentorCard.tsx';
import { OptedOutCard } from './OptedOutCard.tsx';

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
