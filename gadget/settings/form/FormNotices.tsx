import { isolate } from '../../i18n/messages.ts';
import type { SettingsContext } from '../context.ts';
import { Notice, RefusalNotice } from '../Notice.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import type { EditedForm } from './formState.ts';

interface FormNoticeProps {
	readonly form: EditedForm;
	readonly context: SettingsContext;
}

/** Who may change the settings, and why somebody else may not. */
export function ReadOnlyNotice({
	form: { editors, page },
	context: { text, language },
}: FormNoticeProps) {
	const groups = new Intl.ListFormat(language).format(editors.map(isolate));
	return (
		<Notice kind="notice">
			{groups && <p>{text('form-read-only', groups)}</p>}
			{page.refusals.map((refusal) => (
				<p key={refusal} dir="auto">
					{refusal}
				</p>
			))}
		</Notice>
	);
}

/** How the last save ended. */
export function SaveNotice({ form, context }: FormNoticeProps) {
	const { text, isOwnPage } = context;
	const { notice } = form;
	switch (notice?.kind) {
		case 'saved':
			return (
				<Notice kind="success">
					<p>{text('form-saved')}</p>
					<a href={notice.diffUrl}>{text('form-saved-diff')}</a>
					{isOwnPage && (
						<>
							{' · '}
							<a href={context.addresses.page}>{text('form-saved-reload')}</a>
						</>
					)}
				</Notice>
			);
		case 'unchanged':
			return <Notice kind="notice">{text('form-unchanged')}</Notice>;
		case 'refused':
			return <RefusalNotice refusal={notice.refusal} context={context} />;
		case 'conflict':
			return <ConflictNotice form={form} conflict={notice.conflict} context={context} />;
		default:
			return null;
	}
}
