import type { EffectParts } from './EffectPreview.tsx';
import { PlotAxes } from './PlotAxes.tsx';
import { gridColumns, gridRows, placeOf } from './plot.ts';
import { QuadrantCounts } from './QuadrantCounts.tsx';
import { ThresholdLine } from './ThresholdLine.tsx';

/** The place on an axis as SVG takes it. */
export const percent = (place: number): string => `${(place * 100).toFixed(3)}%`;

/**
 * Everybody by account age and edits, and the thresholds as lines that can be moved. The dots have a
 * drawing of their own, below: moving a line does not draw them again.
 */
export function EffectPlot(props: EffectParts) {
	const { findings, crosstab, thresholds, context } = props;
	const caption = context.text('preview-plot');
	const plot = context.plot(findings);
	const { range, dots } = plot;
	const x = placeOf(thresholds.minTenureInDays, range.days);
	// Whoever has as many edits as the threshold is above the line.
	const y = placeOf(thresholds.minEditcount - 0.5, range.edits);
	return (
		<figure>
			<figcaption>{caption}</figcaption>
			<div class="mentorship-plot" dir="ltr">
				<svg
					viewBox={`0 0 ${gridColumns} ${gridRows}`}
					preserveAspectRatio="none"
					aria-hidden="true"
				>
					{dots.map((path, density) => (
						<path key={density} d={path} opacity={(density + 2) / 5} />
					))}
				</svg>
				<svg aria-hidden="true">
					<PlotAxes plot={plot} context={context} />
					<rect
						class="mentorship-plot__out"
						x={percent(x)}
						width={percent(1 - x)}
						height={percent(1 - y)}
					/>
					<QuadrantCounts crosstab={crosstab} x={x} y={y} context={context} />
				</svg>
				<svg aria-label={caption}>
					<ThresholdLine name="minTenureInDays" place={x} end={range.days} {...props} />
					<ThresholdLine name="minEditcount" place={y} end={range.edits} {...props} />
				</svg>
			</div>
		</figure>
	);
}
