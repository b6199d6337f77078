import { factsAt } from '../../domain/tally.ts';
import type { Findings } from '../../scan/findings.ts';
import { Button, numberCell } from '../controls.tsx';
import type { Wording } from '../wording.ts';
import { Disclosure, UserLink } from './Disclosure.tsx';
import type { PreviewEvent } from './preview.ts';

interface OptedOutTableProps {
	readonly findings: Findings;
	/** Indexes into the findings. */
	readonly optedOut: Uint32Array;
	readonly rowsShown: number;
	readonly dispatch: (event: PreviewEvent) => void;
	readonly download: () => void;
	readonly wording: Wording;
	readonly userPage: (name: string) => string;
}

const millisecondsPerDay = 86_400_000;

/** Who would be opted out, a part at a time; all of them as a file. */
export function OptedOutTable(props: OptedOutTableProps) {
	const { optedOut, rowsShown, dispatch, download, wording } = props;
	const { text } = wording;
	const isCut = optedOut.length > rowsShown;
	return (
		<>
			<Disclosure
				title="preview-names"
				text={text}
				showMore={isCut ? () => dispatch({ type: 'moreRowsAsked' }) : undefined}
			>
				<table class="cdx-table__table">
					<thead>
						<tr>
							<th scope="col">{text('preview-names-name')}</th>
							<th scope="col" {...numberCell}>
								<bdi>{text('form-minEditcount')}</bdi>
							</th>
							<th scope="col" {...numberCell}>
								<bdi>{text('form-minTenureInDays')}</bdi>
							</th>
						</tr>
					</thead>
					<tbody>
						{Array.from(optedOut.subarray(0, rowsShown), (index, row) => (
							// Rows stay and change their text: at each step of a line that is a third of the work.
							<Row key={row} {...props} index={index} />
						))}
					</tbody>
				</table>
			</Disclosure>
			<Button label={text('preview-names-csv')} press={download} />
		</>
	);
}

function Row({ findings, index, wording, userPage }: OptedOutTableProps & { index: number }) {
	const { text, formatNumber } = wording;
	const name = findings.names[index] ?? '';
	const { editCount, registration } = factsAt(findings.columns, index);
	return (
		<tr>
			<th scope="row">
				<UserLink name={name} href={userPage(name)} />
			</th>
			<td {...numberCell}>{formatNumber(editCount)}</td>
			<td {...numberCell}>
				{registration === null
					? text('preview-plot-unknown')
					: formatNumber(Math.floor((findings.readAt - registration) / millisecondsPerDay))}
			</td>
		</tr>
	);
}
