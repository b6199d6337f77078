import { log } from '../../wiki/page.ts';
import { explainFailure } from '../failure.ts';
import type { CardEvent, CardState, Dialog } from './card.ts';
import type { PlainHost } from './host.ts';

/** What a person can do on the card. */
export interface CardActions {
	readonly dispatch: (event: CardEvent) => void;
	readonly openDialog: (kind: Dialog['kind']) => void;
	/** Does what the open dialog asks; a second press while it is done is ignored. */
	readonly confirm: () => void;
	/** Shows their mentor, giving them one where they have none. */
	readonly followMentor: () => void;
	readonly retry: () => void;
}

export interface CardActionsDependencies {
	readonly host: PlainHost;
	readonly getState: () => CardState;
	readonly dispatch: (event: CardEvent) => void;
}

export function createCardActions({
	host,
	getState,
	dispatch,
}: CardActionsDependencies): CardActions {
	const changeDialog = (change: Partial<Dialog>): void =>
		dispatch({ type: 'dialogChanged', change });

	const followMentor = (): void => {
		host
			.followMentor((mentor) => dispatch({ type: 'mentorShown', mentor }))
			.catch((error) => dispatch({ type: 'mentorMissing', failure: explainFailure(error) }));
	};

	async function carryOut(dialog: Dialog): Promise<void> {
		if (dialog.kind === 'get') {
			const { mentor, isSubstitute } = await host.getMentor(dialog.wish);
			// Only who was told of a mentor, or chose one, has asked for that one.
			const asked = !!(dialog.choosableMentor || dialog.returningMentor);
			dispatch({ type: 'mentorGiven', given: { mentor, isSubstitute: isSubstitute && asked } });
		} else {
			await host.optOut();
			dispatch({ type: 'left' });
		}
	}

	return {
		dispatch,
		followMentor,
		openDialog(kind) {
			dispatch({ type: 'dialogOpened', kind, choosableMentor: host.choosableMentor() });
			if (kind === 'get') {
				host.findReturningMentor().then(
					(returningMentor) => {
						// It may have come too late for the dialog that asks.
						if (getState().dialog?.kind === kind) {
							changeDialog({ returningMentor });
						}
					},
					// The dialog asks without it.
					log,
				);
			}
		},
		confirm() {
			const { dialog } = getState();
			if (!dialog || dialog.isBusy) {
				return;
			}
			changeDialog({ isBusy: true, failure: null });
			carryOut(dialog).catch((error) =>
				changeDialog({ isBusy: false, failure: explainFailure(error) }),
			);
		},
		retry() {
			dispatch({ type: 'retried' });
			followMentor();
		},
	};
}
