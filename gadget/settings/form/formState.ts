import type { Thresholds } from '../../domain/thresholds.ts';
import type { Handover } from '../../wiki/handover.ts';
import type { LoadedPage, SaveResult } from '../../wiki/thresholdsPage.ts';
import type { Refusal } from '../refusal.ts';
import type { PlacedMistake } from './document.ts';

export type NumberField = 'minEditcount' | 'minTenureInDays';
export const numberFields: readonly NumberField[] = ['minEditcount', 'minTenureInDays'];

/** The id of a field's input, or of the button. */
export const inputId = (field: keyof FormValues | 'save'): string => `mentorship-settings-${field}`;

/** Whether two blocks say the same. */
export function isSame(one: Thresholds, other: Thresholds): boolean {
	return (
		one.enabled === other.enabled &&
		one.minEditcount === other.minEditcount &&
		one.minTenureInDays === other.minTenureInDays
	);
}

/** How many the preview says some thresholds would opt out. */
export interface EffectCount {
	readonly optedOut: number;
	/** Of how many. */
	readonly counted: number;
	/** `false`: the wiki does not say who is a mentee, so editors are counted. */
	readonly areMentees: boolean;
}

/** What the fields hold, as typed. */
export interface FormValues {
	readonly enabled: boolean;
	readonly minEditcount: string;
	readonly minTenureInDays: string;
	/** `null`: as suggested. */
	readonly summary: string | null;
}

/** The page was saved in the meantime. */
export type Conflict = Extract<SaveResult, { kind: 'conflict' }> & {
	/** What it holds; `null` where it is missing or wrong. */
	readonly thresholds: Thresholds | null;
};

/** How the last save ended, or what is asked before it. */
type SaveOutcome =
	| Exclude<SaveResult, { kind: 'conflict' }>
	| { readonly kind: 'refused'; readonly refusal: Refusal }
	| Conflict
	/** Most mentees would be opted out; `effect` is `null` where there was no preview. */
	| { readonly kind: 'doubt'; readonly effect: EffectCount | null };

export interface EditedForm {
	readonly kind: 'edited';
	/** What a save is based on. */
	readonly page: LoadedPage;
	/** What that holds; the defaults where it holds nothing. */
	readonly saved: Thresholds;
	/** The page holds no thresholds that can be read. */
	readonly isUnset: boolean;
	readonly values: FormValues;
	/** What the values say, wrong numbers as they last were right. */
	readonly thresholds: Thresholds;
	readonly isSaving: boolean;
	readonly notice: SaveOutcome | null;
	/** The groups that may edit, for a person who may not. */
	readonly editors: readonly string[];
}

export type FormState =
	| { readonly kind: 'loading' }
	| { readonly kind: 'failed'; readonly refusal: Refusal }
	/** The wiki's own configuration holds the thresholds. */
	| { readonly kind: 'elsewhere'; readonly handover: Handover | null }
	| {
			readonly kind: 'wrong';
			readonly page: LoadedPage;
			readonly mistakes: readonly PlacedMistake[];
	  }
	| EditedForm;

export type FormEvent =
	| { readonly type: 'loadStarted' }
	| { readonly type: 'loadFailed'; readonly refusal: Refusal }
	| { readonly type: 'loaded'; readonly page: LoadedPage }
	| { readonly type: 'handoverFound'; readonly handover: Handover | null }
	| { readonly type: 'defaultsChosen' }
	| { readonly type: 'editorsFound'; readonly editors: readonly string[] }
	| { readonly type: 'typed'; readonly values: Partial<FormValues> }
	| { readonly type: 'doubted'; readonly effect: EffectCount | null }
	| { readonly type: 'reconsidered' }
	| { readonly type: 'saveStarted' }
	| { readonly type: 'refused'; readonly refusal: Refusal }
	/** The wiki answered; `sent` is what was to be saved. */
	| { readonly type: 'answered'; readonly sent: Thresholds; readonly result: SaveResult }
	/** After a conflict: theirs go into the form, or what is typed there stays. */
	| { readonly type: 'settled'; readonly takesTheirs: boolean };
