import type { Wish } from '../../domain/memory.ts';
import { isolate } from '../../i18n/messages.ts';
import type { Dialog } from './card.ts';
import type { CardContext } from './cardContext.ts';
import { FailureNotice } from './FailureNotice.tsx';

interface CardDialogProps {
	readonly dialog: Dialog;
	readonly context: CardContext;
}

/** The browser's own modal dialog, which keeps the focus in it, in Codex's clothes. */
export function CardDialog({ dialog, context }: CardDialogProps) {
	const { text, actions } = context;
	const { kind, isBusy, failure, choosableMentor, returningMentor } = dialog;
	const close = () => actions.dispatch({ type: 'dialogClosed' });
	return (
		<dialog
			class="mentorship-dialog cdx-dialog cdx-dialog--horizontal-actions"
			aria-labelledby="mentorship-dialog-title"
			ref={openAsModal}
			onCancel={(event) => {
				event.preventDefault();
				close();
			}}
			onClose={(event) => {
				// Browsers close a dialog for whoever insists, or goes back: what is under way is still to be told.
				if (isBusy) {
					openAsModal(event.currentTarget);
				} else {
					close();
				}
			}}
		>
			<div class="cdx-dialog__header">
				<h2 id="mentorship-dialog-title">{text(`card-${kind}-title`)}</h2>
			</div>
			<div class="cdx-dialog__body">
				<p>{text(`card-${kind}-text`)}</p>
				{kind === 'get' && choosableMentor ? (
					<WishChoice dialog={dialog} context={context} />
				) : (
					returningMentor && <p>{text('card-get-again', isolate(returningMentor))}</p>
				)}
				{failure && <FailureNotice failure={failure} text={text} />}
			</div>
			<div class="cdx-dialog__footer">
				<div class="cdx-dialog__footer__actions">
					{kind !== 'about' && (
						<button
							type="button"
							class="cdx-button cdx-button--action-progressive cdx-button--weight-primary"
							aria-disabled={isBusy}
							onClick={actions.confirm}
						>
							{text(isBusy ? `card-${kind}-busy` : failure ? 'try-again' : `card-${kind}-confirm`)}
						</button>
					)}
					<button type="button" class="cdx-button" disabled={isBusy} onClick={close}>
						{text(kind === 'about' ? 'close' : 'cancel')}
					</button>
				</div>
			</div>
		</dialog>
	);
}

function openAsModal(dialog: HTMLDialogElement | null): void {
	if (dialog && !dialog.open) {
		dialog.showModal();
	}
}

/** Which mentor: the one they had, or another. */
function WishChoice({ dialog, context: { text, actions } }: CardDialogProps) {
	const option = (wish: Wish, label: string) => (
		<label class="cdx-radio">
			<span class="cdx-radio__wrapper">
				<input
					class="cdx-radio__input"
					type="radio"
					name="mentorship-wish"
					checked={dialog.wish === wish}
					disabled={dialog.isBusy}
					onChange={() => actions.dispatch({ type: 'dialogChanged', change: { wish } })}
				/>
				<span class="cdx-radio__icon" />
				<span class="cdx-radio__label">{label}</span>
			</span>
		</label>
	);
	return (
		<fieldset aria-labelledby="mentorship-dialog-title">
			{option('sameMentor', text('card-get-same', isolate(dialog.choosableMentor ?? '')))}
			{option('differentMentor', text('card-get-different'))}
		</fieldset>
	);
}
