import type { Thresholds } from '../domain/thresholds.ts';
import { isolate } from '../i18n/messages.ts';
import type { ConfigContext } from './context.ts';
import { Button, Buttons } from './controls.tsx';
import { type Conflict, type EditedForm, numberFields } from './formState.ts';
import { Notice } from './Notice.tsx';

interface ConflictNoticeProps {
	readonly form: EditedForm;
	readonly conflict: Conflict;
	readonly context: ConfigContext;
}

/** Somebody saved the page meanwhile: theirs beside what is in the form, and what to do about it. */
export function ConflictNotice({ form, conflict, context }: ConflictNoticeProps) {
	const { text, formActions } = context;
	const { revision, thresholds } = conflict;
	const settle = (takesTheirs: boolean) => () =>
		formActions.dispatch({ type: 'settled', takesTheirs });
	return (
		<Notice kind="warning">
			<p>
				{revision
					? text('config-conflict', isolate(revision.user))
					: text('config-conflict-deleted')}
			</p>
			{thresholds && <Comparison form={form} thresholds={thresholds} context={context} />}
			<Buttons>
				<Button label={text('config-conflict-keep')} press={settle(false)} />
				{thresholds && <Button label={text('config-conflict-take')} press={settle(true)} />}
			</Buttons>
		</Notice>
	);
}

function Comparison(props: { form: EditedForm; thresholds: Thresholds; context: ConfigContext }) {
	const { form, thresholds, context } = props;
	const { text, formatNumber } = context;
	return (
		<table class="cdx-table__table">
			<thead>
				<tr>
					<td />
					<th scope="col">{text('config-conflict-yours')}</th>
					<th scope="col">{text('config-conflict-theirs')}</th>
				</tr>
			</thead>
			<tbody>
				<tr>
					<th scope="row">{text('config-enabled')}</th>
					<td>{form.values.enabled ? '✓' : '✗'}</td>
					<td>{thresholds.enabled ? '✓' : '✗'}</td>
				</tr>
				{numberFields.map((name) => (
					<tr key={name}>
						<th scope="row">{text(`config-${name}`)}</th>
						<td>{form.values[name]}</td>
						<td>{formatNumber(thresholds[name])}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
