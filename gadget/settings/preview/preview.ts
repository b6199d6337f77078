import type { Findings } from '../../scan/findings.ts';
import type { Progress } from '../../scan/progress.ts';
import type { Scan } from '../../scan/scanStore.ts';
import type { Refusal } from '../refusal.ts';

/** What is being done to find the accounts. */
export type Activity =
	/** What this browser kept is being read. */
	| { readonly kind: 'reading' }
	| { readonly kind: 'idle' }
	| { readonly kind: 'starting' }
	/** Another tab does it. */
	| { readonly kind: 'elsewhere' }
	| {
			readonly kind: 'running';
			readonly scan: Scan;
			readonly progress: Progress;
			readonly secondsLeft: number | null;
			/** How long the busy wiki is being left alone, in seconds; `null` where it is not. */
			readonly waitSeconds: number | null;
	  }
	| { readonly kind: 'paused'; readonly scan: Scan; readonly progress: Progress }
	/** It can go on where a scan had begun. */
	| { readonly kind: 'failed'; readonly refusal: Refusal };

export type MentorColumn = 'name' | 'mentees' | 'after' | 'optedOut';

export interface PreviewState {
	readonly activity: Activity;
	/** Of the last finished scan, also while there is a new one. */
	readonly findings: Findings | null;
	readonly sorting: { readonly column: MentorColumn; readonly isDescending: boolean };
	/** How many rows long lists show. */
	readonly rowsShown: number;
}

export type PreviewEvent =
	| { readonly type: 'activityChanged'; readonly activity: Activity }
	| { readonly type: 'waitChanged'; readonly seconds: number | null }
	| { readonly type: 'findingsRead'; readonly findings: Findings }
	| { readonly type: 'sorted'; readonly column: MentorColumn }
	| { readonly type: 'moreRowsAsked' };

const rowsAtATime = 50;

export const initialPreview: PreviewState = {
	activity: { kind: 'reading' },
	findings: null,
	sorting: { column: 'optedOut', isDescending: true },
	rowsShown: rowsAtATime,
};

/** The next state of the preview. No effects: those are in `previewActions.ts`. */
export function reducePreview(state: PreviewState, event: PreviewEvent): PreviewState {
	switch (event.type) {
		case 'activityChanged':
			return { ...state, activity: event.activity };
		case 'waitChanged':
			return state.activity.kind === 'running'
				? { ...state, activity: { ...state.activity, waitSeconds: event.seconds } }
				: state;
		case 'findingsRead':
			return { ...state, findings: event.findings };
		case 'sorted': {
			const { column, isDescending } = state.sorting;
			// Numbers are looked at from the greatest, names from A.
			const first = event.column !== 'name';
			return {
				...state,
				sorting: {
					column: event.column,
					isDescending: event.column === column ? !isDescending : first,
				},
			};
		}
		case 'moreRowsAsked':
			return { ...state, rowsShown: state.rowsShown + rowsAtATime };
	}
}
