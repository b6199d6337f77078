import type { SettingsContext } from './context.ts';
import { Button } from './controls.tsx';
import type { FormState } from './form/formState.ts';
import { SettingsForm } from './form/SettingsForm.tsx';
import { WrongPage } from './form/WrongPage.tsx';
import { Notice, RefusalNotice } from './Notice.tsx';
import { EffectPreview } from './preview/EffectPreview.tsx';
import type { PreviewState } from './preview/preview.ts';

export interface SettingsState {
	readonly form: FormState;
	readonly preview: PreviewState;
}

/** All there is: the settings, and whom they would concern. */
export function SettingsPage(props: { state: SettingsState; context: SettingsContext }) {
	const { state, context } = props;
	const { text, isOwnPage, addresses } = context;
	const { form, preview } = state;
	return (
		<section class="mentorship-settings" aria-labelledby="mentorship-settings-title">
			<h2 id="mentorship-settings-title">{text('form-title')}</h2>
			{!isOwnPage && (
				<p>
					<a href={addresses.page}>{text('form-page')}</a>
				</p>
			)}
			<FormPart form={form} context={context} />
			{form.kind === 'edited' && (
				<EffectPreview preview={preview} thresholds={form.thresholds} context={context} />
			)}
		</section>
	);
}

function FormPart({ form, context }: { form: FormState; context: SettingsContext }) {
	const { text, addresses, formActions } = context;
	switch (form.kind) {
		case 'loading':
			return <p>{text('form-loading')}</p>;
		case 'failed':
			return (
				<>
					<RefusalNotice refusal={form.refusal} context={context} />
					<Button label={text('try-again')} press={formActions.load} />
				</>
			);
		case 'elsewhere':
			return (
				<Notice kind="notice">
					<a href={addresses.elsewhere}>{text('form-elsewhere')}</a>
				</Notice>
			);
		case 'wrong':
			return (
				<WrongPage
					faults={form.faults}
					isLocked={form.page.refusals.length > 0}
					context={context}
				/>
			);
		case 'edited':
			return <SettingsForm form={form} context={context} />;
	}
}
