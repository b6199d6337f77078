import { highestThreshold } from '../../domain/thresholds.ts';
import type { SettingsAddresses } from '../../wiki/settingsAddresses.ts';
import { CheckboxField, SubmitButton, TextField } from '../controls.tsx';
import { Notice } from '../Notice.tsx';
import type { Wording } from '../wording.ts';
import { ReadOnlyNotice, SaveNotice } from './FormNotices.tsx';
import { findWrongFields } from './form.ts';
import type { FormActions } from './formActions.ts';
import { type EditedForm, type FormValues, inputId, numberFields } from './formState.ts';
import { suggestSummary } from './summary.ts';

interface SettingsFormProps {
	readonly form: EditedForm;
	readonly actions: FormActions;
	readonly wording: Wording;
	readonly addresses: SettingsAddresses;
	/** The wiki has GrowthExperiments, where people stay opted out. */
	readonly hasExtension: boolean;
}

/** The fields, and how the last save ended. */
export function SettingsForm(props: SettingsFormProps) {
	const { form, actions, wording, addresses, hasExtension } = props;
	const { text } = wording;
	const isLocked = form.page.refusals.length > 0;
	const type = (values: Partial<FormValues>) => actions.dispatch({ type: 'typed', values });
	return (
		<form
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				actions.save();
			}}
		>
			{form.isUnset && <Notice kind="notice">{text('form-missing')}</Notice>}
			{isLocked && <ReadOnlyNotice form={form} wording={wording} />}
			<CheckboxField
				id={inputId('enabled')}
				label={text('form-enabled')}
				help={
					hasExtension
						? `${text('form-help')} ${text('form-help-extension')}`
						: text('form-help-plain')
				}
				isChecked={form.values.enabled}
				isDisabled={isLocked}
				check={(enabled) => type({ enabled })}
			/>
			<NumberFields form={form} isLocked={isLocked} type={type} wording={wording} />
			{!isLocked && <SaveFields form={form} type={type} wording={wording} />}
			<div role="status">
				<SaveNotice
					form={form}
					actions={actions}
					wording={wording}
					addresses={addresses}
					hasExtension={hasExtension}
				/>
			</div>
		</form>
	);
}

interface FieldsProps {
	readonly form: EditedForm;
	readonly type: (values: Partial<FormValues>) => void;
	readonly wording: Wording;
}

/** They can be typed in while the rule is off, too: that is how its effect is tried. */
function NumberFields(props: FieldsProps & { isLocked: boolean }) {
	const { form, isLocked, type, wording } = props;
	const { text, formatNumber } = wording;
	const wrongFields = findWrongFields(form.values);
	return numberFields.map((name) => (
		<TextField
			key={name}
			id={inputId(name)}
			label={text(`form-${name}`)}
			wrong={wrongFields.includes(name) ? text('form-wrong', formatNumber(highestThreshold)) : ''}
			// A person who may not change it may still move the lines of the picture.
			value={isLocked ? String(form.saved[name]) : form.values[name]}
			type={(value) => type({ [name]: value })}
			inputMode="numeric"
			isDisabled={isLocked}
		/>
	));
}

function SaveFields({ form, type, wording: { text } }: FieldsProps) {
	const label = form.page.revision ? 'form-save' : 'form-create';
	return (
		<>
			<TextField
				id={inputId('summary')}
				label={text('form-summary')}
				value={form.values.summary ?? suggestSummary(form, text)}
				type={(summary) => type({ summary })}
			/>
			<SubmitButton
				id={inputId('save')}
				label={text(form.isSaving ? 'form-saving' : label)}
				isBusy={form.isSaving}
			/>
		</>
	);
}
