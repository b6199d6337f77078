import type { Wish } from '../../domain/memory.ts';
import { isolate } from '../../i18n/messages.ts';
import { element } from '../element.ts';
import type { Failure } from '../failure.ts';
import { createButton } from './button.ts';
import type { Dialog } from './card.ts';
import type { CardContext } from './cardContext.ts';
import { createFailureNotice } from './failureNotice.ts';

export interface DialogView {
	/** Follows a later state of the same dialog. */
	show(dialog: Dialog): void;
	/** Gives the focus back to what opened it. */
	remove(): void;
}

/** Opens the browser's own modal dialog, which keeps the focus in it, in Codex's clothes. */
export function openDialog({ kind, choosableMentor }: Dialog, context: CardContext): DialogView {
	const { text, actions } = context;
	let isBusy = false;
	let shownFailure: Failure | null = null;
	const close = () => actions.dispatch({ type: 'dialogClosed' });
	// Not by an id: the page around may have the same.
	const title = text(`card-${kind}-title`);
	const returning = element('p', {});
	const notices = element('div', {});
	const confirm = createButton(
		'',
		'cdx-button--action-progressive cdx-button--weight-primary',
		actions.confirm,
	);
	const cancel = createButton(text(kind === 'about' ? 'close' : 'cancel'), '', close);
	const box = element(
		'dialog',
		{
			class: 'mentorship-dialog cdx-dialog cdx-dialog--horizontal-actions',
			'aria-label': title,
		},
		element('div', { class: 'cdx-dialog__header' }, element('h2', {}, title)),
		element(
			'div',
			{ class: 'cdx-dialog__body' },
			element('p', {}, text(`card-${kind}-text`)),
			choosableMentor ? createWishChoice(choosableMentor, context) : returning,
			notices,
		),
		element(
			'div',
			{ class: 'cdx-dialog__footer' },
			element(
				'div',
				{ class: 'cdx-dialog__footer__actions' },
				...(kind === 'about' ? [] : [confirm]),
				cancel,
			),
		),
	);
	box.addEventListener('cancel', (event) => {
		event.preventDefault();
		close();
	});
	box.addEventListener('close', () => {
		// Browsers close a dialog for a person who insists or goes back: what is under way is still to be told.
		if (isBusy) {
			openAsModal(box);
		} else if (box.isConnected) {
			close();
		}
	});
	document.body.append(box);
	openAsModal(box);

	return {
		show(dialog) {
			const { failure, returningMentor } = dialog;
			isBusy = dialog.isBusy;
			if (kind !== 'about') {
				const key = isBusy ? 'busy' : 'confirm';
				confirm.textContent = text(failure ? 'try-again' : `card-${kind}-${key}`);
				confirm.setAttribute('aria-disabled', String(isBusy));
			}
			cancel.disabled = isBusy;
			returning.hidden = !returningMentor;
			returning.textContent = text('card-get-again', isolate(returningMentor ?? ''));
			if (failure !== shownFailure) {
				shownFailure = failure;
				notices.textContent = '';
				notices.append(...(failure ? [createFailureNotice(failure, context)] : []));
			}
		},
		remove() {
			isBusy = false;
			if (box.open) {
				box.close();
			}
			box.remove();
		},
	};
}

/** Browsers of before 2022 have no dialogs: there it stands at the end of the page. */
function openAsModal(box: HTMLDialogElement): void {
	if ('showModal' in box) {
		box.showModal();
	} else {
		(box as Element).scrollIntoView();
	}
}

/** Which mentor: the one they had, or another. */
function createWishChoice(former: string, { text, actions }: CardContext): HTMLElement {
	const option = (wish: Wish, label: string, isChosen: boolean) => {
		const input = element('input', {
			class: 'cdx-radio__input',
			type: 'radio',
			name: 'mentorship-wish',
		});
		input.checked = isChosen;
		input.addEventListener('change', () =>
			actions.dispatch({ type: 'dialogChanged', change: { wish } }),
		);
		return element(
			'label',
			{ class: 'cdx-radio' },
			element(
				'span',
				{ class: 'cdx-radio__wrapper' },
				input,
				element('span', { class: 'cdx-radio__icon' }),
				element('span', { class: 'cdx-radio__label' }, label),
			),
		);
	};
	return element(
		'fieldset',
		{ 'aria-label': text('card-get-title') },
		option('sameMentor', text('card-get-same', isolate(former)), true),
		option('differentMentor', text('card-get-different'), false),
	);
}
