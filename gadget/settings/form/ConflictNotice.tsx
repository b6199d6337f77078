import type { Thresholds } from '../../domain/thresholds.ts';
import { isolate } from '../../i18n/messages.ts';
import type { SettingsContext } from '../context.ts';
import { Button, Buttons } from '../controls.tsx';
import { Notice } from '../Notice.tsx';
import { type Conflict, type EditedForm, numberFields } from './formState.ts';

interface ConflictNoticeProps {
	readonly form: EditedForm;
	readonly conflict: Conflict;
	readonly context: SettingsContext;
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
				{revision ? text('form-conflict', isolate(revision.user)) : text('form-conflict-deleted')}
			</p>
			{thresholds && <Comparison form={form} thresholds={thresholds} context={context} />}
			<Buttons>
				<Button label={text('form-conflict-keep')} press={settle(false)} />
				{thresholds && <Button label={text('form-conflict-take')} press={settle(true)} />}
			</Buttons>
		</Notice>
	);
}

function Comparison(props: { form: EditedForm; thresholds: Thresholds; context: SettingsContext }) {
	const { form, thresholds, context } = props;
	const { text, formatNumber } = context;
	return (
		<table class="cdx-table__table">
			<thead>
				<tr>
					<td />
					<th scope="col">{text('form-conflict-yours')}</th>
					<th scope="col">{text('form-conflict-theirs')}</th>
				</tr>
			</thead>
			<tbody>
				<tr>
					<th scope="row">{text('form-enabled')}</th>
					<td>{form.values.enabled ? '✓' : '✗'}</td>
					<td>{thresholds.enabled ? '✓' : '✗'}</td>
				</tr>
				{numberFields.map((name) => (
					<tr key={name}>
						<th scope="row">{text(`form-${name}`)}</th>
						<td>{form.values[name]}</td>
						<td>{formatNumber(thresholds[name])}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
