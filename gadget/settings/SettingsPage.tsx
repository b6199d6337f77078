import { isolate } from '../i18n/messages.ts';
import type { SettingsAddresses } from '../wiki/settingsAddresses.ts';
import { Button } from './controls.tsx';
import type { FormActions } from './form/formActions.ts';
import type { FormState } from './form/formState.ts';
import { SettingsForm } from './form/SettingsForm.tsx';
import { WrongPage } from './form/WrongPage.tsx';
import { MentorsForm } from './mentors/MentorsForm.tsx';
import type { MentorsActions, MentorsState } from './mentors/mentorsActions.ts';
import { Notice, RefusalNotice } from './Notice.tsx';
import { EffectPreview } from './preview/EffectPreview.tsx';
import type { PreviewState } from './preview/preview.ts';
import type { PreviewActions } from './preview/previewActions.ts';
import type { Wording } from './wording.ts';

export interface SettingsState {
	readonly form: FormState;
	readonly preview: PreviewState;
	readonly mentors: MentorsState;
}

interface SettingsPageProps {
	readonly state: SettingsState;
	readonly wording: Wording;
	readonly addresses: SettingsAddresses;
	/** The page that holds the settings is the one that shows the form. */
	readonly isOwnPage: boolean;
	/** What this is: name, version and commit. */
	readonly build: string;
	readonly hasExtension: boolean;
	readonly formActions: FormActions;
	/** `null` where the wiki has a page of its own for the mentors. */
	readonly mentorsActions: MentorsActions | null;
	readonly previewActions: PreviewActions;
}

/** The whole surface: settings, preview and mentors. */
export function SettingsPage(props: SettingsPageProps) {
	const { state, wording, addresses, isOwnPage, hasExtension } = props;
	const { formActions, mentorsActions, previewActions } = props;
	const { text } = wording;
	const { form, preview } = state;
	return (
		<section class="mentorship-settings" aria-labelledby="mentorship-settings-title">
			<h2 id="mentorship-settings-title">{text('form-title')}</h2>
			{!isOwnPage && (
				<p>
					<a href={addresses.page}>{text('form-page')}</a>
				</p>
			)}
			<FormPart {...props} />
			{isOwnPage && hasExtension && (
				<p>
					<a href={addresses.mentors}>{text('mentors-elsewhere')}</a>
				</p>
			)}
			{form.kind === 'edited' && (
				<EffectPreview
					heading="h3"
					preview={preview}
					thresholds={form.thresholds}
					move={(name, value) =>
						formActions.dispatch({ type: 'typed', values: { [name]: String(value) } })
					}
					actions={previewActions}
					wording={wording}
					addresses={addresses}
				/>
			)}
			{mentorsActions && (
				<MentorsForm
					state={state.mentors}
					actions={mentorsActions}
					wording={wording}
					addresses={addresses}
				/>
			)}
			<p class="mentorship-settings__build">{props.build}</p>
		</section>
	);
}

function FormPart({ state, wording, addresses, hasExtension, formActions }: SettingsPageProps) {
	const { form } = state;
	const { text } = wording;
	switch (form.kind) {
		case 'loading':
			return <p>{text('form-loading')}</p>;
		case 'failed':
			return (
				<>
					<RefusalNotice refusal={form.refusal} text={text} addresses={addresses} />
					<Button label={text('try-again')} press={formActions.load} />
				</>
			);
		case 'elsewhere':
			return (
				<Notice kind="notice">
					<a href={addresses.elsewhere}>{text('form-elsewhere')}</a>
					{form.handover && (
						<p>
							{text(
								'form-elsewhere-since',
								isolate(form.handover.user),
								new Intl.DateTimeFormat(wording.language, { dateStyle: 'long' }).format(
									form.handover.time,
								),
							)}{' '}
							<a href={form.handover.diffUrl}>{text('form-saved-diff')}</a>
						</p>
					)}
				</Notice>
			);
		case 'wrong':
			return (
				<WrongPage
					mistakes={form.mistakes}
					isLocked={form.page.refusals.length > 0}
					wording={wording}
					source={addresses.source}
					useDefaults={() => formActions.dispatch({ type: 'defaultsChosen' })}
				/>
			);
		case 'edited':
			return (
				<SettingsForm
					form={form}
					actions={formActions}
					wording={wording}
					addresses={addresses}
					hasExtension={hasExtension}
				/>
			);
	}
}
