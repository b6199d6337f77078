import type { SettingsContext } from '../context.ts';
import { Disclosure } from './Disclosure.tsx';
import type { EffectParts } from './EffectPreview.tsx';

/** The picture as a table: what is opted out is marked, to the eye and in words. */
export function CrosstabTable({ crosstab, context }: EffectParts) {
	const { text } = context;
	const { ageBounds, editBounds } = crosstab;
	const columns = [0, ...editBounds];
	// With a threshold of 0 nobody has fewer edits.
	const first = editBounds[0] === 0 ? 1 : 0;
	return (
		<Disclosure title="preview-table" context={context}>
			<table class="cdx-table__table">
				<caption>{text('preview-table-caption')}</caption>
				<thead>
					<tr>
						<td />
						{columns.slice(first).map((from, index) => (
							<th key={from} scope="col">
								<bdi dir="ltr">{describeEdits(from, columns[first + index + 1], context)}</bdi>
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{[0, ...ageBounds].map((_bound, row) => (
						<tr key={row}>
							<th scope="row">
								<bdi dir="ltr">{describeAge(ageBounds[row - 1], ageBounds[row], context)}</bdi>
							</th>
							{columns.slice(first).map((from, index) => (
								<Cell
									key={from}
									row={row}
									column={first + index}
									crosstab={crosstab}
									context={context}
								/>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</Disclosure>
	);
}

function Cell(props: Pick<EffectParts, 'crosstab' | 'context'> & { row: number; column: number }) {
	const { row, column, crosstab, context } = props;
	const { cells, editBounds, firstRow, firstColumn } = crosstab;
	const count = context.formatNumber(cells[row * (editBounds.length + 1) + column] ?? 0);
	return row >= firstRow && column >= firstColumn ? (
		<td class="mentorship-settings__out">
			<span aria-hidden="true">{count}</span>
			<span class="mentorship-settings__hidden">{context.text('preview-table-marked', count)}</span>
		</td>
	) : (
		<td>{count}</td>
	);
}

/** A column's numbers of edits. To be shown from left to right: elsewhere “≥” turns into “≤”. @param below `undefined`: without end. */
function describeEdits(
	from: number,
	below: number | undefined,
	{ formatNumber }: SettingsContext,
): string {
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
	{ text, formatNumber }: SettingsContext,
): string {
	return [
		...(above === undefined ? [] : [`> ${formatNumber(above)}`]),
		upTo === undefined ? text('preview-plot-unknown') : `≤ ${formatNumber(upTo)}`,
	].join(', ');
}
