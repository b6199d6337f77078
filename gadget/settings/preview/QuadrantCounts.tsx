import type { Crosstab } from '../../domain/tally.ts';
import type { Wording } from '../wording.ts';

/** A number needs this much of an axis to be read. */
const readable = 0.12;

/** How many there are in each part of the picture, in its corners. */
export function QuadrantCounts(props: {
	crosstab: Crosstab;
	/** Where the lines are, from 0 to 1. */
	x: number;
	y: number;
	formatNumber: Wording['formatNumber'];
}) {
	const { crosstab, x, y, formatNumber } = props;
	const { cells, editBounds, firstRow, firstColumn } = crosstab;
	const width = editBounds.length + 1;
	const count = (isOld: boolean, isBusy: boolean) =>
		cells.reduce((sum, cell, index) => {
			const isIn = index >= firstRow * width === isOld && index % width >= firstColumn === isBusy;
			return sum + (isIn ? cell : 0);
		}, 0);
	const corner = (isOld: boolean, isBusy: boolean) =>
		(isOld ? 1 - x : x) > readable &&
		(isBusy ? 1 - y : y) > readable && (
			<text
				x={isOld ? '100%' : '0'}
				y={isBusy ? '0' : '100%'}
				dx={isOld ? '-0.5em' : '0.5em'}
				dy={isBusy ? '1.3em' : '-0.6em'}
				text-anchor={isOld ? 'end' : 'start'}
			>
				{formatNumber(count(isOld, isBusy))}
			</text>
		);
	return (
		<g class="mentorship-plot__counts">
			{corner(false, false)}
			{corner(false, true)}
			{corner(true, false)}
			{corner(true, true)}
		</g>
	);
}
