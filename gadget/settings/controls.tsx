import type { ComponentChildren } from 'preact';
import { Notice } from './Notice.tsx';

/** What a table's cell has that holds a number: digits stand below each other, in every language. */
export const numberCell = { class: 'mentorship-settings__number', dir: 'ltr' } as const;

/** A button that does something on the page. */
export function Button({ label, press }: { label: string; press: () => void }) {
	return (
		<button type="button" class="cdx-button" onClick={press}>
			{label}
		</button>
	);
}

/** The button that sends the form. It stays reachable while that goes on: a second press does nothing. */
export function SubmitButton(props: { id?: string; label: string; isBusy: boolean }) {
	return (
		<button
			type="submit"
			id={props.id}
			class="cdx-button cdx-button--action-progressive cdx-button--weight-primary"
			aria-disabled={props.isBusy}
		>
			{props.label}
		</button>
	);
}

/** A link that looks like a button. */
export function ButtonLink({ label, href }: { label: string; href: string }) {
	return (
		<a class="cdx-button cdx-button--fake-button cdx-button--fake-button--enabled" href={href}>
			{label}
		</a>
	);
}

/** Buttons beside each other. */
export function Buttons({ children }: { children: ComponentChildren }) {
	return <p class="mentorship-settings__buttons">{children}</p>;
}

interface CheckboxFieldProps {
	readonly id: string;
	readonly label: string;
	readonly help: string;
	readonly isChecked: boolean;
	readonly isDisabled: boolean;
	readonly check: (isChecked: boolean) => void;
}

/** A box to check, with its label and what it does. */
export function CheckboxField(props: CheckboxFieldProps) {
	const { id, label, help, isChecked, isDisabled, check } = props;
	return (
		<div class="cdx-field cdx-checkbox">
			<div class="cdx-checkbox__wrapper">
				<input
					id={id}
					class="cdx-checkbox__input"
					type="checkbox"
					aria-describedby={`${id}-help`}
					checked={isChecked}
					disabled={isDisabled}
					onChange={({ currentTarget }) => check(currentTarget.checked)}
				/>
				<span class="cdx-checkbox__icon" />
				<div class="cdx-checkbox__label cdx-label">
					<label class="cdx-label__label" for={id}>
						<span class="cdx-label__label__text">{label}</span>
					</label>
					<span class="cdx-label__description" id={`${id}-help`}>
						{help}
					</span>
				</div>
			</div>
		</div>
	);
}

/** A control below its label. */
export function Field(props: { id: string; label: string; children: ComponentChildren }) {
	const { id, label, children } = props;
	return (
		<div class="cdx-field">
			<div class="cdx-label">
				<label class="cdx-label__label" for={id}>
					<span class="cdx-label__label__text">{label}</span>
				</label>
			</div>
			{children}
		</div>
	);
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
	/** What Enter does; unless told, it submits the form. */
	readonly enter?: () => void;
}

const longestText = 500;

/** A field for a line of text with its label. */
export function TextField(props: TextFieldProps) {
	const { id, label, value, type, wrong = '', inputMode = 'text', isDisabled, enter } = props;
	return (
		<Field id={id} label={label}>
			<div class={`cdx-text-input${wrong && ' cdx-text-input--status-error'}`}>
				<input
					id={id}
					class="cdx-text-input__input"
					// A number alone has no direction: it stays on the form's own side.
					dir={inputMode === 'text' ? 'auto' : undefined}
					autocomplete="off"
					inputMode={inputMode}
					maxLength={longestText}
					value={value}
					disabled={isDisabled}
					aria-invalid={wrong !== ''}
					aria-describedby={`${id}-wrong`}
					onInput={({ currentTarget }) => type(currentTarget.value)}
					onKeyDown={(event) => {
						if (enter && event.key === 'Enter') {
							event.preventDefault();
							enter();
						}
					}}
				/>
			</div>
			<div class="cdx-field__validation-message" id={`${id}-wrong`} role="status">
				{wrong && (
					<Notice kind="error" isInline>
						{wrong}
					</Notice>
				)}
			</div>
		</Field>
	);
}
