import type { Text } from '../i18n/messages.ts';

/** How texts and numbers are written for the person: all that form, preview and mentors share. */
export interface Wording {
	readonly text: Text;
	/** BCP 47 code of the person's language. */
	readonly language: string;
	readonly formatNumber: (value: number) => string;
}
