/** A figure, and what it may be at most where a person has promised that. */
export interface Figure {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly limit?: number;
}

/** A {@link Figure} in one line. */
export function figure(name: string, value: number, unit: string, limit?: number): Figure {
	return { name, value, unit, ...(limit !== undefined && { limit }) };
}

export interface Benchmark {
	readonly name: string;
	/** @param note Told how it goes. */
	run(note: (line: string) => void): Promise<Figure[]>;
}

export const isMissed = ({ value, limit }: Figure) => limit !== undefined && !(value <= limit);

/** A table, a line for each figure, and what becomes of the promises. */
export function describeFigures(figures: readonly Figure[]): readonly string[] {
	const rows = figures.map((figure) => {
		const { name, value, unit, limit } = figure;
		const digits = value >= 1000 ? 0 : value >= 10 ? 1 : 2;
		const bound =
			limit === undefined ? '' : `at most ${limit}${isMissed(figure) ? ': MISSED' : ''}`;
		return [name, `${value.toFixed(digits)} ${unit}`, bound] as const;
	});
	const widthOf = (column: 0 | 1) => Math.max(0, ...rows.map((row) => row[column].length));
	const promises = figures.filter(({ limit }) => limit !== undefined);
	const missed = promises.filter(isMissed).length;
	const verdict =
		missed === 0 ? 'All promises are kept.' : `MISSED: ${missed} of ${promises.length}.`;
	return [
		...rows.map(([name, value, bound]) =>
			`${name.padEnd(widthOf(0))}  ${value.padStart(widthOf(1))}  ${bound}`.trimEnd(),
		),
		...(promises.length > 0 ? [verdict] : []),
	];
}
