import { highestThreshold, type Thresholds } from '../../domain/thresholds.ts';
import type { NumberField } from '../form/formState.ts';
import type { Wording } from '../wording.ts';
import { percent, roundStep, thresholdAt } from './plot.ts';

/** Told where a threshold is wanted. */
export type MoveThreshold = (name: NumberField, value: number) => void;

interface ThresholdLineProps {
	readonly name: NumberField;
	/** Where it is on its axis, from 0 to 1. */
	readonly place: number;
	/** The greatest value of the axis. */
	readonly end: number;
	readonly thresholds: Thresholds;
	readonly move: MoveThreshold;
	readonly wording: Wording;
}

/** A threshold in the picture, to be moved by mouse, finger or keyboard. */
export function ThresholdLine(props: ThresholdLineProps) {
	const { name, place, end, thresholds, wording } = props;
	const { text, formatNumber } = wording;
	const value = thresholds[name];
	const isUpright = name === 'minTenureInDays';
	const move = (to: number) => props.move(name, Math.min(Math.max(to, 0), highestThreshold));
	const at = percent(isUpright ? place : 1 - place);
	const line = isUpright ? { x1: at, x2: at, y2: '100%' } : { x2: '100%', y1: at, y2: at };
	return (
		<g
			class="mentorship-plot__line"
			role="slider"
			tabindex={0}
			aria-label={text(`form-${name}`)}
			aria-orientation={isUpright ? 'horizontal' : 'vertical'}
			aria-valuemin={0}
			aria-valuemax={highestThreshold}
			aria-valuenow={value}
			aria-valuetext={formatNumber(value)}
			onKeyDown={(event) => {
				const to = valueByKey(event.key, value, end);
				if (to !== null) {
					event.preventDefault();
					move(to);
				}
			}}
			onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
			onPointerMove={(event) => {
				if (event.currentTarget.hasPointerCapture(event.pointerId)) {
					move(thresholdAt(placeUnder(event, event.currentTarget, isUpright), end));
				}
			}}
		>
			{/* The first one is wide and unseen: it is what can be grasped. */}
			<line {...line} />
			<line {...line} />
			<circle cx={isUpright ? at : '100%'} cy={isUpright ? '0' : at} r="7" />
		</g>
	);
}

function placeUnder(pointer: PointerEvent, line: SVGGElement, isUpright: boolean): number {
	const area = line.ownerSVGElement?.getBoundingClientRect() ?? new DOMRect();
	return isUpright
		? (pointer.clientX - area.left) / area.width
		: 1 - (pointer.clientY - area.top) / area.height;
}

/** What a key makes of a value; `null` where it does nothing. */
function valueByKey(key: string, value: number, end: number): number | null {
	switch (key) {
		case 'ArrowUp':
		case 'ArrowRight':
			return value + 1;
		case 'ArrowDown':
		case 'ArrowLeft':
			return value - 1;
		case 'PageUp':
			return roundStep(value, true);
		case 'PageDown':
			return roundStep(value, false);
		case 'Home':
			return 0;
		case 'End':
			return thresholdAt(1, end);
		default:
			return null;
	}
}
