import { CardFrame } from './CardFrame.tsx';
import type { CardContext } from './cardContext.ts';

/** The same for whoever opted out by hand and whoever the rule opted out. */
export function OptedOutCard({ context }: { context: CardContext }) {
	const { text, actions } = context;
	return (
		<CardFrame title={text('card-opted-out-title')}>
			<p>{text('card-opted-out-text')}</p>
			<button
				type="button"
				class="cdx-button cdx-button--action-progressive"
				onClick={() => actions.openDialog('get')}
			>
				{text('card-opted-out-get')}
			</button>
		</CardFrame>
	);
}
