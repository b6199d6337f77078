import { defaultThresholds, type Thresholds } from '../../domain/thresholds.ts';
import type { Revision } from '../../wiki/revision.ts';
import type { LoadedPage } from '../../wiki/thresholdsPage.ts';
import { readDocument } from './document.ts';
import {
	type EditedForm,
	type FormEvent,
	type FormState,
	type FormValues,
	isSame,
	type NumberField,
	numberFields,
} from './formState.ts';
import { readNumber } from './typedNumber.ts';

/** The next state of the form. No effects: those are in `formActions.ts`. */
export function reduceForm(state: FormState, event: FormEvent): FormState {
	switch (event.type) {
		case 'loadStarted':
			return { kind: 'loading' };
		case 'loadFailed':
			return { kind: 'failed', refusal: event.refusal };
		case 'loaded':
			return openForm(event.page);
		case 'handoverFound':
			return state.kind === 'elsewhere' ? { ...state, handover: event.handover } : state;
		case 'defaultsChosen':
			return state.kind === 'wrong' ? editForm(state.page, null) : state;
		default:
			return state.kind === 'edited' ? reduceEdited(state, event) : state;
	}
}

function openForm(page: LoadedPage): FormState {
	const reading = readDocument(page.revision?.text ?? null);
	if (page.isElsewhere) {
		return { kind: 'elsewhere', handover: null };
	}
	return reading.kind === 'wrong' ? { ...reading, page } : editForm(page, reading.thresholds);
}

/** @param read What the page holds; `null`: nothing that can be read. */
function editForm(page: LoadedPage, read: Thresholds | null): EditedForm {
	const thresholds = read ?? defaultThresholds;
	return {
		kind: 'edited',
		page,
		saved: thresholds,
		isUnset: !read,
		values: valuesOf(thresholds),
		thresholds,
		isSaving: false,
		notice: null,
		editors: [],
	};
}

function valuesOf({ enabled, minEditcount, minTenureInDays }: Thresholds): FormValues {
	return {
		enabled,
		minEditcount: String(minEditcount),
		minTenureInDays: String(minTenureInDays),
		summary: null,
	};
}

type EditedEvent = Exclude<
	FormEvent,
	{ type: 'loadStarted' | 'loadFailed' | 'loaded' | 'handoverFound' | 'defaultsChosen' }
>;

function reduceEdited(form: EditedForm, event: EditedEvent): EditedForm {
	switch (event.type) {
		case 'editorsFound':
			return { ...form, editors: event.editors };
		case 'typed':
			return type(form, event.values);
		case 'doubted':
			return { ...form, notice: { kind: 'doubt', effect: event.effect } };
		case 'reconsidered':
			return { ...form, notice: null };
		case 'saveStarted':
			return { ...form, isSaving: true, notice: null };
		case 'refused':
			return { ...form, isSaving: false, notice: { kind: 'refused', refusal: event.refusal } };
		case 'answered':
			return answer({ ...form, isSaving: false }, event);
		case 'settled':
			return settle(form, event.takesTheirs);
	}
}

function type(form: EditedForm, typed: Partial<FormValues>): EditedForm {
	const values = { ...form.values, ...typed };
	const { minEditcount, minTenureInDays } = form.thresholds;
	return {
		...form,
		values,
		thresholds: {
			enabled: values.enabled,
			minEditcount: readNumber(values.minEditcount) ?? minEditcount,
			minTenureInDays: readNumber(values.minTenureInDays) ?? minTenureInDays,
		},
		// A conflict stays until it is settled; what was said of an earlier save is over.
		notice: form.notice?.kind === 'conflict' ? form.notice : null,
	};
}

function answer(
	form: EditedForm,
	{ result, sent }: Extract<FormEvent, { type: 'answered' }>,
): EditedForm {
	if (result.kind === 'unchanged') {
		return { ...rebase(form, form.page.revision, sent), notice: result };
	}
	const { revision } = result;
	if (result.kind === 'saved') {
		return {
			...rebase(form, revision, sent),
			values: { ...form.values, summary: null },
			notice: result,
		};
	}
	const reading = readDocument(revision?.text ?? null);
	const thresholds = reading.kind === 'wrong' ? null : reading.thresholds;
	// If they saved the same, there is nothing to settle.
	if (thresholds && isSame(thresholds, sent)) {
		return { ...rebase(form, revision, thresholds), notice: { kind: 'unchanged' } };
	}
	return { ...form, notice: { ...result, thresholds } };
}

/** The next save is based on this revision; what was typed stays. */
function rebase(
	form: EditedForm,
	revision: Revision | null,
	thresholds: Thresholds | null,
): EditedForm {
	return {
		...form,
		page: { ...form.page, revision },
		saved: thresholds ?? defaultThresholds,
		isUnset: !thresholds,
		notice: null,
	};
}

function settle(form: EditedForm, takesTheirs: boolean): EditedForm {
	if (form.notice?.kind !== 'conflict') {
		return form;
	}
	const { revision, thresholds } = form.notice;
	const rebased = rebase(form, revision, thresholds);
	return takesTheirs && thresholds
		? { ...rebased, values: valuesOf(thresholds), thresholds }
		: rebased;
}

/** The fields with something else than a number that is allowed, from the top. */
export function findWrongFields(values: FormValues): NumberField[] {
	return numberFields.filter((field) => readNumber(values[field]) === null);
}

/** Whether something typed would be lost with the page. */
export function hasUnsaved(form: FormState): boolean {
	return (
		form.kind === 'edited' &&
		form.page.refusals.length === 0 &&
		(form.values.summary !== null ||
			findWrongFields(form.values).length > 0 ||
			!isSame(form.thresholds, form.saved))
	);
}
