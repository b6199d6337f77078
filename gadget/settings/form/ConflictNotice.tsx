import type { Thresholds } from '../../domain/thresholds.ts';
import { isolate } from '../../i18n/messages.ts';
import { Button, Buttons, numberCell } from '../controls.tsx';
import { Notice } from '../Notice.tsx';
import type { Wording } from '../wording.ts';
import { type Conflict, type EditedForm, type FormValues, numberFields } from './formState.ts';

interface ConflictNoticeProps {
	readonly form: EditedForm;
	readonly conflict: Conflict;
	readonly wording: Wording;
	readonly keepMine: () => void;
	readonly takeTheirs: () => void;
}

/** The page has been saved since it was loaded: that beside what is in the form, and what to do. */
export function ConflictNotice(props: ConflictNoticeProps) {
	const { form, conflict, wording, keepMine, takeTheirs } = props;
	const { text } = wording;
	const { revision, isOwn, thresholds } = conflict;
	return (
		<Notice kind="warning">
			<p role="alert">
				{!revision && text('form-conflict-deleted')}
				{revision &&
					(isOwn ? text('form-conflict-own') : text('form-conflict', isolate(revision.user)))}
			</p>
			{thresholds && <Comparison values={form.values} thresholds={thresholds} wording={wording} />}
			<Buttons>
				<Button label={text('form-conflict-keep')} press={keepMine} />
				{thresholds && <Button label={text('form-conflict-take')} press={takeTheirs} />}
			</Buttons>
		</Notice>
	);
}

function Comparison(props: { values: FormValues; thresholds: Thresholds; wording: Wording }) {
	const { values, thresholds, wording } = props;
	const { text, formatNumber } = wording;
	return (
		<table class="cdx-table__table">
			<thead>
				<tr>
					<td />
					<NumberHead label={text('form-conflict-yours')} />
					<NumberHead label={text('form-conflict-theirs')} />
				</tr>
			</thead>
			<tbody>
				<tr>
					<th scope="row">{text('form-enabled')}</th>
					<td {...numberCell}>{values.enabled ? '✓' : '✗'}</td>
					<td {...numberCell}>{thresholds.enabled ? '✓' : '✗'}</td>
				</tr>
				{numberFields.map((name) => (
					<tr key={name}>
						<th scope="row">{text(`form-${name}`)}</th>
						<td {...numberCell}>{values[name]}</td>
						<td {...numberCell}>{formatNumber(thresholds[name])}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

function NumberHead({ label }: { label: string }) {
	return (
		<th scope="col" {...numberCell}>
			<bdi>{label}</bdi>
		</th>
	);
}
