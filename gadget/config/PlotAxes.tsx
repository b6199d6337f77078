import type { MenteeColumns } from '../domain/tally.ts';
import type { ConfigContext } from './context.ts';
import { percent } from './EffectPlot.tsx';
import { type PlotRange, placeOf, ticksUpTo } from './plot.ts';

/** What the axes are of, and their numbers; the table has it all for those who do not see it. */
export function PlotAxes(props: {
	range: PlotRange;
	columns: MenteeColumns;
	context: ConfigContext;
}) {
	const { range, columns, context } = props;
	const { text, formatNumber } = context;
	const mark = (label: string, x: string, dy: string) => (
		<text x={x} y="100%" dy={dy} text-anchor={x === '100%' ? 'end' : 'middle'}>
			{label}
		</text>
	);
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
						{mark(formatNumber(tick), x, '1.5em')}
					</g>
				);
			})}
			{columns.registrations.some(Number.isNaN) && mark(text('config-plot-unknown'), '100%', '3em')}
			<text y="100%" dy="3em">
				{text('config-minTenureInDays')}
			</text>
			<text x="-8" dy="-0.8em">
				{text('config-minEditcount')}
			</text>
		</g>
	);
}
