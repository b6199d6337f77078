import type { SettingsContext } from '../context.ts';
import { Disclosure, UserLink } from './Disclosure.tsx';
import type { EffectParts } from './EffectPreview.tsx';
import { sortMentors } from './effect.ts';
import type { MentorColumn, PreviewState } from './preview.ts';

const headings = [
	{ column: 'name', key: 'preview-mentors-name' },
	{ column: 'mentees', key: 'preview-mentors-now' },
	{ column: 'after', key: 'preview-mentors-after' },
	{ column: 'optedOut', key: 'preview-mentors-freed' },
] as const;

/** Each mentor's mentees: now, after, and how many fewer. */
export function MentorTable({ findings, tally, preview, context }: EffectParts) {
	const { text, language, formatNumber } = context;
	const { sorting, rowsShown } = preview;
	const mentors = sortMentors(findings, tally, sorting, language);
	return (
		<Disclosure title="preview-mentors" isCut={mentors.length > rowsShown} context={context}>
			<table class="cdx-table__table">
				<thead>
					<tr>
						{headings.map(({ column, key }) => (
							<Heading
								key={column}
								column={column}
								label={text(key)}
								sorting={sorting}
								context={context}
							/>
						))}
					</tr>
				</thead>
				<tbody>
					{mentors.slice(0, rowsShown).map(({ name, mentees, after, optedOut }, row) => (
						<tr key={row}>
							<th scope="row">
								<UserLink name={name} context={context} />
							</th>
							<td>{formatNumber(mentees)}</td>
							<td>{formatNumber(after)}</td>
							<td>{formatNumber(optedOut)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</Disclosure>
	);
}

function Heading(props: {
	column: MentorColumn;
	label: string;
	sorting: PreviewState['sorting'];
	context: SettingsContext;
}) {
	const { column, label, sorting, context } = props;
	const isSorted = sorting.column === column;
	const direction = sorting.isDescending ? 'descending' : 'ascending';
	return (
		<th scope="col" aria-sort={isSorted ? direction : 'none'}>
			<button
				type="button"
				class="cdx-button cdx-button--weight-quiet"
				onClick={() => context.previewActions.dispatch({ type: 'sorted', column })}
			>
				{label}
				<span aria-hidden="true">{isSorted ? (sorting.isDescending ? ' ▾' : ' ▴') : ' ▵'}</span>
			</button>
		</th>
	);
}
