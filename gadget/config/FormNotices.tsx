import { isolate } from '../i18n/messages.ts';
import { ConflictNotice } from './ConflictNotice.tsx';
import type { ConfigContext } from './context.ts';
import type { EditedForm } from './formState.ts';
import { Notice, RefusalNotice } from './Notice.tsx';

interface FormNoticeProps {
	readonly form: EditedForm;
	readonly context: ConfigContext;
}

/** Who may change the settings, and why somebody else may not. */
export function ReadOnlyNotice({
	form: { editors, page },
	context: { text, language },
}: FormNoticeProps) {
	const groups = new Intl.ListFormat(language).format(editors.map(isolate));
	return (
		<Notice kind="notice">
			{groups && <p>{text('config-read-only', groups)}</p>}
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
					<p>{text('config-saved')}</p>
					<a href={notice.diffUrl}>{text('config-saved-diff')}</a>
					{isOwnPage && (
						<>
							{' · '}
							<a href={context.addresses.page}>{text('config-saved-reload')}</a>
						</>
					)}
				</Notice>
			);
		case 'unchanged':
			return <Notice kind="notice">{text('config-unchanged')}</Notice>;
		case 'refused':
			return <RefusalNotice refusal={notice.refusal} context={context} />;
		case 'conflict':
			return <ConflictNotice form={form} conflict={notice.conflict} context={context} />;
		default:
			return null;
	}
}
