import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { bodyOf } from '../deploy/builtPages.ts';
import { gadgets, sizeLimits } from './gadgets.ts';

/** So near to its limit a size is worth a word: the next change may not fit. */
const warningShare = 0.95;

/** One line for each promise. */
export interface SizeReport {
	readonly lines: readonly string[];
	/** What is over its limit, as sentences; the build fails with any. */
	readonly overruns: readonly string[];
}

/**
 * Compares what readers download with the promises.
 *
 * @param pages Page name → text. Script and style of a gadget come in one answer.
 */
export function reportSizes(pages: ReadonlyMap<string, string>, limits = sizeLimits): SizeReport {
	const sizeOf = (name: string) =>
		gzipSize(
			['js', 'css']
				.map((extension) => `Gadget-${name}.${extension}`)
				.map((page) => bodyOf(page, pages.get(page) ?? ''))
				.join(''),
		);
	const sizes = limits.map(({ gadgets: names, limit }) => {
		const size = names.reduce((sum, name) => sum + sizeOf(name), 0);
		return { label: names.join(' + '), size, limit, names };
	});
	return {
		lines: sizes.map(({ label, size, limit, names }) => {
			const warning =
				size > warningShare * limit ? `, less than ${percent(1 - warningShare)} below it` : '';
			const styles = usesCodex(names) ? ` (codex-styles adds ${codexSizes()} B)` : '';
			return `${label}: ${size} of ${limit} B gzip${warning}${styles}`;
		}),
		overruns: sizes
			.filter(({ size, limit }) => size > limit)
			.map(
				({ label, size, limit }) => `${label} is ${size - limit} B over its limit of ${limit} B.`,
			),
	};
}

function percent(share: number): string {
	return `${Math.round(share * 100)} %`;
}

/** Bytes, as a wiki sends them. */
export function gzipSize(text: string): number {
	return gzipSync(text, { level: 9 }).length;
}

function usesCodex(names: readonly string[]): boolean {
	return gadgets.some(
		({ name, options }) => names.includes(name) && options.join().includes('codex-styles'),
	);
}

/** Codex as the oldest and the newest MediaWiki that is tested have it. */
function codexSizes(): string {
	return ['codex-1.43', 'codex-1.45']
		.map((name) => gzipSize(readFileSync(`node_modules/${name}/dist/codex.style.css`, 'utf8')))
		.join(' to ');
}
