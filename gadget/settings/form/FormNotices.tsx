import { isolate } from '../../i18n/messages.ts';
import type { SettingsAddresses } from '../../wiki/settingsAddresses.ts';
import { Notice, RefusalNotice } from '../Notice.tsx';
import type { Wording } from '../wording.ts';
import { ConflictNotice } from './ConflictNotice.tsx';
import { DoubtNotice } from './DoubtNotice.tsx';
import type { FormActions } from './formActions.ts';
import type { EditedForm } from './formState.ts';

/** Why the person may not change the settings, and who may: one sentence. */
export function ReadOnlyNotice({ form, wording }: { form: EditedForm; wording: Wording }) {
	const { text, language } = wording;
	const groups = new Intl.ListFormat(language).format(form.editors.map(isolate));
	const isBlocked = form.page.refusals.includes('blocked');
	return (
		<Notice kind="notice">
			{isBlocked && text('form-read-only-blocked')}
			{!isBlocked && (groups ? text('form-read-only', groups) : text('form-read-only-unknown'))}
		</Notice>
	);
}

/** How the last save ended, or what is asked before it. */
export function SaveNotice(props: {
	form: EditedForm;
	actions: FormActions;
	wording: Wording;
	addresses: SettingsAddresses;
	hasExtension: boolean;
}) {
	const { form, actions, wording, addresses, hasExtension } = props;
	const { text } = wording;
	const { notice } = form;
	switch (notice?.kind) {
		case 'saved':
			return (
				<Notice kind="success">
					<p>{text('form-saved')}</p>
					<a href={notice.diffUrl}>{text('form-saved-diff')}</a>
				</Notice>
			);
		case 'unchanged':
			return <Notice kind="notice">{text('form-unchanged')}</Notice>;
		case 'refused':
			return <RefusalNotice refusal={notice.refusal} text={text} addresses={addresses} />;
		case 'conflict':
			return (
				<ConflictNotice
					form={form}
					conflict={notice}
					wording={wording}
					keepMine={actions.keepMine}
					takeTheirs={actions.takeTheirs}
				/>
			);
		case 'doubt':
			return (
				<DoubtNotice
					effect={notice.effect}
					hasExtension={hasExtension}
					wording={wording}
					confirm={actions.saveAnyway}
					cancel={() => actions.dispatch({ type: 'reconsidered' })}
				/>
			);
		default:
			return null;
	}
}
