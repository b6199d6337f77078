import type { MessageKey, Text } from '../../i18n/messages.ts';
import type { CardActions } from './actions.ts';

/** What every part of the card may need besides its state. */
export interface CardContext {
	readonly text: Text;
	/** The address of the page that a text names; `null` where the community names none. */
	readonly addressOf: (key: MessageKey) => string | null;
	/** BCP 47 code of the person's language. */
	readonly language: string;
	/** Milliseconds since 1970. */
	readonly now: number;
	readonly actions: CardActions;
}
