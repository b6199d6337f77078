import { render } from 'preact';
import { Configuration, type ConfigurationState } from './Configuration.tsx';
import type { ConfigContext } from './context.ts';
import { hasUnsaved, reduceForm } from './form.ts';
import type { FormEvent } from './formState.ts';
import { initialPreview, type PreviewEvent, reducePreview } from './preview.ts';

export interface ConfigView {
	readonly getState: () => ConfigurationState;
	readonly dispatchForm: (event: FormEvent) => void;
	readonly dispatchPreview: (event: PreviewEvent) => void;
	readonly draw: () => void;
}

/** Keeps the state of form and preview and draws them; asks before something typed is lost. */
export function createConfigView(root: HTMLElement, getContext: () => ConfigContext): ConfigView {
	let state: ConfigurationState = { form: { kind: 'loading' }, preview: initialPreview };

	const draw = () => render(<Configuration state={state} context={getContext()} />, root);

	window.addEventListener('beforeunload', (event) => {
		if (hasUnsaved(state.form)) {
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
	};
}
