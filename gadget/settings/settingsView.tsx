import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { hasUnsaved, reduceForm } from './form/form.ts';
import type { FormEvent } from './form/formState.ts';
import { hasUnsavedMentors, initialMentors, type MentorsState } from './mentors/mentorsActions.ts';
import { initialPreview, type PreviewEvent, reducePreview } from './preview/preview.ts';
import type { SettingsState } from './SettingsPage.tsx';

export interface SettingsView {
	readonly getState: () => SettingsState;
	readonly dispatchForm: (event: FormEvent) => void;
	readonly dispatchPreview: (event: PreviewEvent) => void;
	readonly changeMentors: (change: Partial<MentorsState>) => void;
	readonly draw: () => void;
}

/** Keeps the state of form, preview and mentors and draws them; asks before something typed is lost. */
export function createSettingsView(
	root: HTMLElement,
	show: (state: SettingsState) => ComponentChild,
): SettingsView {
	let state: SettingsState = {
		form: { kind: 'loading' },
		preview: initialPreview,
		mentors: initialMentors,
	};

	const draw = () => render(show(state), root);

	window.addEventListener('beforeunload', (event) => {
		if (hasUnsaved(state.form) || hasUnsavedMentors(state.mentors)) {
			event.preventDefault();
		}
	});

	return {
		getState: () => state,
		draw,
		dispatchForm(event) {
			state = { ...state, form: reduceForm(state.form, event) };
			draw();
		},
		dispatchPreview(event) {
			state = { ...state, preview: reducePreview(state.preview, event) };
			draw();
		},
		changeMentors(change) {
			state = { ...state, mentors: { ...state.mentors, ...change } };
			draw();
		},
	};
}
