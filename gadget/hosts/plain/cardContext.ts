import type { Text } from '../../i18n/messages.ts';
import type { CardActions } from './actions.ts';

/** What every part of the card may need besides its state. */
export interface CardContext {
	readonly text: Text;
	/** BCP 47 code of the person's language. */
	readonly language: string;
	/** Milliseconds since 1970. */
	readonly now: number;
	readonly actions: CardActions;
}
