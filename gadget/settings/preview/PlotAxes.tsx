import type { Wording } from '../wording.ts';
import { type Plot, percent, placeOf, ticksUpTo } from './plot.ts';

/** What the axes are of, and their numbers; the table has it all for those who do not see it. */
export function PlotAxes(props: { plot: Plot; wording: Wording }) {
	const { plot, wording } = props;
	const { range, hasUnknown } = plot;
	const { text, formatNumber } = wording;
	return (
		<g>
			{ticksUpTo(range.edits).map((tick) => {
				const y = percent(1 - placeOf(tick, range.edits));
				return (
					<g key={tick}>
						<line x2="100%" y1={y} y2={y} />
						<text x="-8" y={y} dy="0.35em" text-anchor="end">
							{formatNumber(tick)}
						</text>
					</g>
				);
			})}
			{ticksUpTo(range.days).map((tick) => {
				const x = percent(placeOf(tick, range.days));
				return (
					<g key={tick}>
						<line x1={x} x2={x} y2="100%" />
						<text x={x} y="100%" dy="1.5em" text-anchor="middle">
							{formatNumber(tick)}
						</text>
					</g>
				);
			})}
			{hasUnknown && (
				<text x="100%" dy="-0.8em" text-anchor="end">
					{text('preview-plot-unknown')}
				</text>
			)}
			<text y="100%" dy="3em">
				{text('form-minTenureInDays')}
			</text>
			<text x="-8" dy="-0.8em">
				{text('form-minEditcount')}
			</text>
		</g>
	);
}
