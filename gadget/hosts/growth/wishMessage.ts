import type { Wish } from '../../domain/memory.ts';
import { isolate, type Text } from '../../i18n/messages.ts';
import { element } from '../element.ts';

export interface WishMessage {
	/** For the dialog: the wiki's own sentence, with the choice under it. */
	readonly message: HTMLElement | string;
	readWish(): Wish;
}

/**
 * Lets a person choose between the mentor they had and another.
 *
 * @param mentor `null`: there is no choice.
 */
export function createWishMessage(
	sentence: string,
	mentor: string | null,
	text: Text,
): WishMessage {
	if (mentor === null) {
		return { message: sentence, readWish: () => 'sameMentor' };
	}
	const createOption = (label: string, isChosen: boolean) => {
		const input = element('input', {
			type: 'radio',
			name: 'mentorship-wish',
			// OOUI puts a message into a label of its own, which would name the first button as well.
			'aria-label': label,
		});
		input.checked = isChosen;
		return { input, option: element('p', {}, element('label', {}, input, ` ${label}`)) };
	};
	const same = createOption(text('card-get-same', isolate(mentor)), true);
	const different = createOption(text('card-get-different'), false);
	return {
		message: element('div', {}, element('p', {}, sentence), same.option, different.option),
		readWish: () => (different.input.checked ? 'differentMentor' : 'sameMentor'),
	};
}
