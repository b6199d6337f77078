import type { Thresholds } from '../../domain/thresholds.ts';
import type { ThresholdsPage } from '../../wiki/thresholdsPage.ts';
import { explainRefusal } from '../refusal.ts';
import { writeDocument } from './document.ts';
import { findWrongFields } from './form.ts';
import type { FormEvent, FormState, NumberField } from './formState.ts';

/** What somebody can do with the form. */
export interface FormActions {
	readonly dispatch: (event: FormEvent) => void;
	/** Loads the page; what was typed is gone. */
	readonly load: () => void;
	/** Saves the page, or goes to what is wrong; a second press while it is done is ignored. */
	readonly save: () => void;
}

export interface FormActionsDependencies {
	readonly page: ThresholdsPage;
	readonly getState: () => FormState;
	readonly dispatch: (event: FormEvent) => void;
	readonly suggestSummary: (thresholds: Thresholds) => string;
	/** Puts the cursor into a field that is to be corrected. */
	readonly focusField: (field: NumberField) => void;
}

export function createFormActions({
	page,
	getState,
	dispatch,
	suggestSummary,
	focusField,
}: FormActionsDependencies): FormActions {
	async function load(): Promise<void> {
		const loaded = await page.load();
		dispatch({ type: 'loaded', page: loaded });
		if (loaded.refusals.length > 0 && !loaded.isElsewhere) {
			dispatch({ type: 'editorsFound', editors: await page.findEditors() });
		}
	}

	return {
		dispatch,

		load() {
			dispatch({ type: 'loadStarted' });
			load().catch((error) => dispatch({ type: 'loadFailed', refusal: explainRefusal(error) }));
		},

		save() {
			const form = getState();
			if (form.kind !== 'edited' || form.isSaving || form.page.refusals.length > 0) {
				return;
			}
			const [wrong] = findWrongFields(form.values);
			if (wrong) {
				focusField(wrong);
				return;
			}
			const { thresholds: sent, values } = form;
			const { revision } = form.page;
			dispatch({ type: 'saveStarted' });
			page
				.save(
					writeDocument(revision?.text ?? null, sent),
					values.summary ?? suggestSummary(sent),
					revision,
				)
				.then(
					(result) => dispatch({ type: 'answered', sent, result }),
					(error) => dispatch({ type: 'refused', refusal: explainRefusal(error) }),
				);
		},
	};
}
