import { highestThreshold } from '../../domain/thresholds.ts';
import type { SettingsContext } from '../context.ts';
import { TextField } from '../controls.tsx';
import { Notice } from '../Notice.tsx';
import { ReadOnlyNotice, SaveNotice } from './FormNotices.tsx';
import { findWrongFields } from './form.ts';
import { type EditedForm, numberFields } from './formState.ts';
import { suggestSummary } from './summary.ts';

const idPrefix = 'mentorship-settings-';

/** The id of a field's input, for whoever puts the cursor there. */
export const inputId = (field: keyof EditedForm['values']): string => idPrefix + field;

interface SettingsFormProps {
	readonly form: EditedForm;
	readonly isLocked: boolean;
	readonly context: SettingsContext;
}

/** The settings, and whatever there is to say of saving them. */
export function SettingsForm(props: { form: EditedForm; context: SettingsContext }) {
	const { form, context } = props;
	const { text, formActions } = context;
	const isLocked = form.page.refusals.length > 0;
	return (
		<form
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				formActions.save();
			}}
		>
			{form.isUnset && <Notice kind="notice">{text('form-missing')}</Notice>}
			{isLocked && <ReadOnlyNotice {...props} />}
			<EnabledField {...props} isLocked={isLocked} />
			<NumberFields {...props} isLocked={isLocked} />
			{!isLocked && <SaveFields {...props} />}
			<div role="status">
				<SaveNotice {...props} />
			</div>
		</form>
	);
}

function EnabledField({ form, isLocked, context }: SettingsFormProps) {
	const { text, formActions } = context;
	const id = inputId('enabled');
	return (
		<div class="cdx-field cdx-checkbox">
			<div class="cdx-checkbox__wrapper">
				<input
					id={id}
					class="cdx-checkbox__input"
					type="checkbox"
					aria-describedby={`${id}-help`}
					checked={form.values.enabled}
					disabled={isLocked}
					onChange={({ currentTarget }) =>
						formActions.dispatch({ type: 'typed', values: { enabled: currentTarget.checked } })
					}
				/>
				<span class="cdx-checkbox__icon" />
				<div class="cdx-checkbox__label cdx-label">
					<label class="cdx-label__label" for={id}>
						<span class="cdx-label__label__text">{text('form-enabled')}</span>
					</label>
					<span class="cdx-label__description" id={`${id}-help`}>
						{text('form-help')}
					</span>
				</div>
			</div>
		</div>
	);
}

function NumberFields({ form, isLocked, context }: SettingsFormProps) {
	const { text, formatNumber, formActions } = context;
	const { values } = form;
	const wrongFields = findWrongFields(values);
	return numberFields.map((name) => {
		const isWrong = wrongFields.includes(name);
		return (
			<TextField
				key={name}
				id={inputId(name)}
				label={text(`form-${name}`)}
				wrong={isWrong ? text('form-wrong', formatNumber(highestThreshold)) : ''}
				// Whoever may not change it may still move the lines of the picture.
				value={isLocked ? String(form.saved[name]) : values[name]}
				type={(value) => formActions.dispatch({ type: 'typed', values: { [name]: value } })}
				inputMode="numeric"
				// A wrong number can be put right whether or not the rule is on.
				isDisabled={isLocked || !(values.enabled || isWrong)}
			/>
		);
	});
}

function SaveFields({ form, context }: Omit<SettingsFormProps, 'isLocked'>) {
	const { text, formActions } = context;
	const { values, thresholds, isSaving, page } = form;
	const label = page.revision ? 'form-save' : 'form-create';
	return (
		<>
			<TextField
				id={inputId('summary')}
				label={text('form-summary')}
				value={values.summary ?? suggestSummary(thresholds, text)}
				type={(summary) => formActions.dispatch({ type: 'typed', values: { summary } })}
			/>
			<button
				type="submit"
				class="cdx-button cdx-button--action-progressive cdx-button--weight-primary"
				aria-disabled={isSaving}
			>
				{text(isSaving ? 'form-saving' : label)}
			</button>
		</>
	);
}
