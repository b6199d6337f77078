import type { ComponentChildren } from 'preact';

/** A button that does something on the page. */
export function Button({ label, press }: { label: string; press: () => void }) {
	return (
		<button type="button" class="cdx-button" onClick={press}>
			{label}
		</button>
	);
}

/** Buttons beside each other. */
export function Buttons({ children }: { children: ComponentChildren }) {
	return <p class="mentorship-settings__buttons">{children}</p>;
}

interface TextFieldProps {
	readonly id: string;
	readonly label: string;
	readonly value: string;
	readonly type: (value: string) => void;
	/** What is wrong with it; '' for nothing. */
	readonly wrong?: string;
	readonly inputMode?: 'numeric' | 'text';
	readonly isDisabled?: boolean;
}

const longestText = 500;

/** A field for a line of text with its label. */
export function TextField(props: TextFieldProps) {
	const { id, label, value, type, wrong = '', inputMode = 'text', isDisabled } = props;
	return (
		<div class="cdx-field">
			<div class="cdx-label">
				<label class="cdx-label__label" for={id}>
					<span class="cdx-label__label__text">{label}</span>
				</label>
			</div>
			<div class={`cdx-text-input${wrong && ' cdx-text-input--status-error'}`}>
				<input
					id={id}
					class="cdx-text-input__input"
					dir="auto"
					autocomplete="off"
					inputMode={inputMode}
					maxLength={longestText}
					value={value}
					disabled={isDisabled}
					aria-invalid={wrong !== ''}
					aria-describedby={`${id}-wrong`}
					onInput={({ currentTarget }) => type(currentTarget.value)}
				/>
			</div>
			<div class="cdx-field__validation-message" id={`${id}-wrong`} role="status">
				{wrong && (
					<div class="cdx-message cdx-message--inline cdx-message--error">
						<span class="cdx-message__icon" />
						<div class="cdx-message__content">{wrong}</div>
					</div>
				)}
			</div>
		</div>
	);
}
