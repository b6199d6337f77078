import type { Crosstab } from '../../domain/tally.ts';
import { numberCell } from '../controls.tsx';
import type { Wording } from '../wording.ts';
import { Disclosure } from './Disclosure.tsx';

interface CrosstabProps {
	readonly crosstab: Crosstab;
	readonly wording: Wording;
}

const captionId = 'mentorship-preview-table-caption';

/** The picture as a table: what is opted out is marked, to the eye and in words. */
export function CrosstabTable({ crosstab, wording }: CrosstabProps) {
	const { text } = wording;
	const { ageBounds, editBounds } = crosstab;
	const columns = [0, ...editBounds];
	// With a threshold of 0 no one has fewer edits.
	const first = editBounds[0] === 0 ? 1 : 0;
	const shown = columns.slice(first);
	return (
		<Disclosure title="preview-table" text={text}>
			{/* A caption of the table's own would be as wide as the table, and cut on a phone. */}
			<p id={captionId}>{text('preview-table-caption')}</p>
			<table class="cdx-table__table" aria-describedby={captionId}>
				<thead>
					<tr>
						<th scope="col" rowSpan={2}>
							{text('form-minTenureInDays')}
						</th>
						<th scope="colgroup" colSpan={shown.length}>
							{text('form-minEditcount')}
						</th>
					</tr>
					<tr>
						{shown.map((from, index) => (
							<th key={from} scope="col" {...numberCell}>
								<bdi dir="ltr">{describeEdits(from, shown[index + 1], wording)}</bdi>
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{[0, ...ageBounds].map((_bound, row) => (
						<tr key={row}>
							<th scope="row" {...numberCell}>
								<bdi dir="ltr">{describeAge(ageBounds[row - 1], ageBounds[row], wording)}</bdi>
							</th>
							{shown.map((from, index) => (
								<Cell
									key={from}
									row={row}
									column={first + index}
									crosstab={crosstab}
									wording={wording}
								/>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</Disclosure>
	);
}

function Cell(props: CrosstabProps & { row: number; column: number }) {
	const { row, column, crosstab, wording } = props;
	const { cells, editBounds, firstRow, firstColumn } = crosstab;
	const count = wording.formatNumber(cells[row * (editBounds.length + 1) + column] ?? 0);
	return row >= firstRow && column >= firstColumn ? (
		<td dir="ltr" class="mentorship-settings__number mentorship-settings__out">
			<span aria-hidden="true">{count}</span>
			<span class="mentorship-settings__hidden">{wording.text('preview-table-marked', count)}</span>
		</td>
	) : (
		<td {...numberCell}>{count}</td>
	);
}

/** A column's numbers of edits. To be shown from left to right: elsewhere “≥” turns into “≤”. @param below `undefined`: without end. */
function describeEdits(from: number, below: number | undefined, { formatNumber }: Wording): string {
	const least = formatNumber(from);
	if (below === undefined) {
		return `≥ ${least}`;
	}
	return below === from + 1 ? least : `${least}–${formatNumber(below - 1)}`;
}

/** A row's ages in days. @param above `undefined`: from 0 on. @param upTo `undefined`: without end. */
function describeAge(
	above: number | undefined,
	upTo: number | undefined,
	{ text, formatNumber }: Wording,
): string {
	return [
		...(above === undefined ? [] : [`> ${formatNumber(above)}`]),
		upTo === undefined ? text('preview-plot-unknown') : `≤ ${formatNumber(upTo)}`,
	].join(', ');
}
