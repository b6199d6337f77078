import type { ConfigContext } from './context.ts';
import { Button } from './controls.tsx';
import { EffectPreview } from './EffectPreview.tsx';
import type { FormState } from './formState.ts';
import { Notice, RefusalNotice } from './Notice.tsx';
import type { PreviewState } from './preview.ts';
import { SettingsForm } from './SettingsForm.tsx';
import { WrongPage } from './WrongPage.tsx';

export interface ConfigurationState {
	readonly form: FormState;
	readonly preview: PreviewState;
}

/** All there is: the settings, and whom they would concern. */
export function Configuration(props: { state: ConfigurationState; context: ConfigContext }) {
	const { state, context } = props;
	const { text, isOwnPage, addresses } = context;
	const { form, preview } = state;
	return (
		<section class="mentorship-config" aria-labelledby="mentorship-config-title">
			<h2 id="mentorship-config-title">{text('config-title')}</h2>
			{!isOwnPage && (
				<p>
					<a href={addresses.page}>{text('config-page')}</a>
				</p>
			)}
			<Settings form={form} context={context} />
			{form.kind === 'edited' && (
				<EffectPreview preview={preview} thresholds={form.thresholds} context={context} />
			)}
		</section>
	);
}

function Settings({ form, context }: { form: FormState; context: ConfigContext }) {
	const { text, addresses, formActions } = context;
	switch (form.kind) {
		case 'loading':
			return <p>{text('config-loading')}</p>;
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
					<a href={addresses.elsewhere}>{text('config-elsewhere')}</a>
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
