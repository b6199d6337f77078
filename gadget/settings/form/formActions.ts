import type { Thresholds } from '../../domain/thresholds.ts';
import type { ThresholdsPage } from '../../wiki/thresholdsPage.ts';
import { explainRefusal } from '../refusal.ts';
import { writeDocument } from './document.ts';
import { isDoubtful } from './doubt.ts';
import { findWrongFields } from './form.ts';
import type { EditedForm, EffectCount, FormEvent, FormState, NumberField } from './formState.ts';

/** What a person can do with the form. */
export interface FormActions {
	readonly dispatch: (event: FormEvent) => void;
	/** Loads the page; what was typed is gone. */
	readonly load: () => void;
	/**
	 * Saves the page, or goes to what is wrong, or asks first where most mentees would be opted out;
	 * a second press while it is done is ignored.
	 */
	readonly save: () => void;
	/** Saves what was asked about. */
	readonly saveAnyway: () => void;
	/** After a conflict: saves what is in the form in place of what the page holds now. */
	readonly keepMine: () => void;
	/** After a conflict: what the page holds now goes into the form. */
	readonly takeTheirs: () => void;
}

export interface FormActionsDependencies {
	readonly page: ThresholdsPage;
	readonly getState: () => FormState;
	readonly dispatch: (event: FormEvent) => void;
	readonly suggestSummary: (form: EditedForm) => string;
	/** What the preview says of some thresholds; `null` where there is no preview yet. */
	readonly countEffect: (thresholds: Thresholds) => EffectCount | null;
	/** Puts the cursor into a field that is to be corrected, or onto the button. */
	readonly focus: (field: NumberField | 'save') => void;
	/** Called when the page has been saved: what shows it is out of date. */
	readonly onSaved: () => void;
}

export function createFormActions({
	page,
	getState,
	dispatch,
	suggestSummary,
	countEffect,
	focus,
	onSaved,
}: FormActionsDependencies): FormActions {
	async function load(): Promise<void> {
		const loaded = await page.load();
		dispatch({ type: 'loaded', page: loaded });
		if (loaded.isElsewhere) {
			dispatch({ type: 'handoverFound', handover: await page.findHandover() });
		} else if (loaded.refusals.length > 0) {
			dispatch({ type: 'editorsFound', editors: await page.findEditors() });
		}
	}

	function send(form: EditedForm): void {
		const { thresholds: sent, values } = form;
		const { revision } = form.page;
		dispatch({ type: 'saveStarted' });
		page
			.save(
				writeDocument(revision?.text ?? null, sent),
				values.summary ?? suggestSummary(form),
				revision,
			)
			.then(
				(result) => {
					dispatch({ type: 'answered', sent, result });
					if (result.kind === 'saved') {
						onSaved();
					}
				},
				(error) => dispatch({ type: 'refused', refusal: explainRefusal(error) }),
			);
	}

	function save(isSure: boolean): void {
		const form = getState();
		if (form.kind !== 'edited' || form.isSaving || form.page.refusals.length > 0) {
			return;
		}
		const [wrong] = findWrongFields(form.values);
		const effect = countEffect(form.thresholds);
		if (wrong) {
			focus(wrong);
		} else if (!isSure && isDoubtful(form, effect)) {
			dispatch({ type: 'doubted', effect });
		} else {
			send(form);
		}
	}

	return {
		dispatch,

		load() {
			dispatch({ type: 'loadStarted' });
			load().catch((error) => dispatch({ type: 'loadFailed', refusal: explainRefusal(error) }));
		},

		save: () => save(false),

		saveAnyway() {
			// The button that was pressed goes away.
			focus('save');
			save(true);
		},

		keepMine() {
			focus('save');
			dispatch({ type: 'settled', takesTheirs: false });
			save(false);
		},

		takeTheirs() {
			focus('save');
			dispatch({ type: 'settled', takesTheirs: true });
		},
	};
}
