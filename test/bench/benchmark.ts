/** A figure, and what it may be at most where a person has promised that. */
export interface Figure {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly limit?: number;
}

export interface Benchmark {
	readonly name: string;
	/** @param note Told how it goes. */
	run(note: (line: string) => void): Promise<Figure[]>;
}

/** `graduation  dry run  1.23 ×  (at most 2)` */
export function describeFigure({ name, value, unit, limit }: Figure): string {
	const digits = value >= 1000 ? 0 : value >= 10 ? 1 : 2;
	const bound = limit === undefined ? '' : ` (at most ${limit}${value <= limit ? '' : ': MISSED'})`;
	return `${name}: ${value.toFixed(digits)} ${unit}${bound}`;
}
