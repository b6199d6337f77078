import type { Tally } from '../../domain/tally.ts';
import type { Findings } from '../../scan/findings.ts';
import { numberCell } from '../controls.tsx';
import type { Wording } from '../wording.ts';
import { Disclosure, UserLink } from './Disclosure.tsx';
import { sortMentors } from './effect.ts';
import type { PreviewEvent, PreviewState } from './preview.ts';

const headings = [
	{ column: 'name', key: 'preview-mentors-name' },
	{ column: 'mentees', key: 'preview-mentors-now' },
	{ column: 'optedOut', key: 'preview-mentors-freed' },
	{ column: 'after', key: 'preview-mentors-after' },
] as const;

interface MentorTableProps {
	readonly mentors: NonNullable<Findings['mentors']>;
	readonly tally: Tally;
	readonly preview: PreviewState;
	readonly dispatch: (event: PreviewEvent) => void;
	readonly wording: Wording;
	readonly userPage: (name: string) => string;
}

/** Each mentor's mentees: now, how many fewer, and after that. */
export function MentorTable(props: MentorTableProps) {
	const { mentors, tally, preview, dispatch, wording, userPage } = props;
	const { text, language, formatNumber } = wording;
	const { sorting, rowsShown } = preview;
	const rows = sortMentors(mentors, tally, sorting, language);
	const isCut = rows.length > rowsShown;
	return (
		<Disclosure
			title="preview-mentors"
			text={text}
			showMore={isCut ? () => dispatch({ type: 'moreRowsAsked' }) : undefined}
		>
			<table class="cdx-table__table">
				<thead>
					<tr>
						{headings.map(({ column, key }) => (
							<Heading
								key={column}
								label={text(key)}
								isNumber={column !== 'name'}
								sorted={
									sorting.column === column
										? sorting.isDescending
											? 'descending'
											: 'ascending'
										: 'none'
								}
								sort={() => dispatch({ type: 'sorted', column })}
							/>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.slice(0, rowsShown).map(({ name, mentees, after, optedOut }, row) => (
						<tr key={row}>
							<th scope="row">
								<UserLink name={name} href={userPage(name)} />
							</th>
							{[mentees, optedOut, after].map((count, column) => (
								<td key={column} {...numberCell}>
									{formatNumber(count)}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</Disclosure>
	);
}

const arrows = { none: ' ▵', ascending: ' ▴', descending: ' ▾' } as const;

function Heading(props: {
	label: string;
	isNumber: boolean;
	sorted: keyof typeof arrows;
	sort: () => void;
}) {
	const { label, isNumber, sorted, sort } = props;
	return (
		<th scope="col" {...(isNumber && numberCell)} aria-sort={sorted}>
			<button type="button" class="cdx-button cdx-button--weight-quiet" onClick={sort}>
				<bdi>{label}</bdi>
				<span aria-hidden="true">{arrows[sorted]}</span>
			</button>
		</th>
	);
}
