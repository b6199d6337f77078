import type { Crosstab } from '../../domain/tally.ts';
import type { Thresholds } from '../../domain/thresholds.ts';
import type { Wording } from '../wording.ts';
import { PlotAxes } from './PlotAxes.tsx';
import { gridColumns, gridRows, type Plot, percent, placeOf } from './plot.ts';
import { QuadrantCounts } from './QuadrantCounts.tsx';
import { type MoveThreshold, ThresholdLine } from './ThresholdLine.tsx';

/**
 * All accounts by age and edits, and the thresholds as lines that can be moved. The dots have a
 * drawing of their own, below: moving a line does not draw them again.
 */
export function EffectPlot(props: {
	plot: Plot;
	crosstab: Crosstab;
	thresholds: Thresholds;
	move: MoveThreshold;
	wording: Wording;
}) {
	const { plot, crosstab, thresholds, move, wording } = props;
	const caption = wording.text('preview-plot');
	const { range, dots, dotSize } = plot;
	const x = placeOf(thresholds.minTenureInDays, range.days);
	// An account with exactly as many edits as the threshold is above the line.
	const y = placeOf(thresholds.minEditcount - 0.5, range.edits);
	const line = { thresholds, move, wording };
	return (
		<figure>
			<figcaption>{caption}</figcaption>
			<div class="mentorship-plot" dir="ltr">
				<svg
					viewBox={`0 0 ${gridColumns} ${gridRows}`}
					preserveAspectRatio="none"
					stroke-width={dotSize}
					aria-hidden="true"
				>
					{dots.map((path, density) => (
						<path key={density} d={path} opacity={(density + 8) / 11} />
					))}
				</svg>
				<svg aria-hidden="true">
					<PlotAxes plot={plot} wording={wording} />
					<rect
						class="mentorship-plot__out"
						x={percent(x)}
						width={percent(1 - x)}
						height={percent(1 - y)}
					/>
					<QuadrantCounts crosstab={crosstab} x={x} y={y} formatNumber={wording.formatNumber} />
				</svg>
				<svg aria-label={caption}>
					<ThresholdLine name="minTenureInDays" place={x} end={range.days} {...line} />
					<ThresholdLine name="minEditcount" place={y} end={range.edits} {...line} />
				</svg>
			</div>
		</figure>
	);
}
