import { createPatch, OMIT_HEADERS } from 'diff';
import { grouped } from '../terminal/terminal.ts';
import { definitionTitle, isCommunityPage } from './builtPages.ts';
import type { RunMark } from './history.ts';
import type { WritingProgress } from './perform.ts';
import { isChange, type PlannedPage } from './plan.ts';

const pastVerbs = {
	create: 'created',
	update: 'updated',
	delete: 'deleted',
	unchanged: 'unchanged',
	keep: 'kept',
} as const;

/** A line for each page, and below it what changes where that can be read. */
export function describePlan(pages: readonly PlannedPage[]): string[] {
	return pages.flatMap((page) => [
		`${page.action.padEnd(9)}  ${page.before.title}${describeSize(page)}`,
		...(page.action === 'update' ? describeDifference(page) : []),
	]);
}

/** What is done to a page, once it is done. */
export function describeWritten({ action, before }: PlannedPage): string {
	return `${pastVerbs[action]}: ${before.title}`;
}

export function countChanges(pages: readonly PlannedPage[]): string {
	const count = pages.filter(isChange).length;
	return count === 1 ? '1 page' : `${count} pages`;
}

function describeSize({ action, before, after }: PlannedPage): string {
	switch (action) {
		case 'create':
			return `  ${bytes(after)}`;
		case 'update':
			return `  ${bytes(before.text)} → ${bytes(after)}`;
		case 'keep':
			return isCommunityPage(before.title)
				? '  (the community’s own)'
				: '  (an administrator can delete it)';
		default:
			return '';
	}
}

function bytes(text: string | null): string {
	return `${grouped(Buffer.byteLength(text ?? ''))} B`;
}

/** In characters. */
const longestLine = 400;

function describeDifference({ before, after }: PlannedPage): string[] {
	if (isScript(before.title)) {
		return [];
	}
	const [one, other] = [toLines(before.text), toLines(after)];
	const patch = createPatch('', one, other, '', '', { context: 1, headerOptions: OMIT_HEADERS });
	return patch
		.trimEnd()
		.split('\n')
		.map((line) => `    ${shorten(line.replaceAll('\t', '    '))}`);
}

/** A difference between minified scripts cannot be read. */
function isScript(title: string): boolean {
	return /\.(js|css)$/.test(title);
}

/** Says how much of a long line it leaves out: what is not shown is not hidden. */
function shorten(line: string): string {
	const rest = line.length - longestLine;
	return rest > 0 ? `${line.slice(0, longestLine)}… (and ${grouped(rest)} more characters)` : line;
}

/** Whether a page ends with a line break is MediaWiki's business. */
function toLines(text: string | null): string {
	return `${(text ?? '').trimEnd()}\n`;
}

/** After an end halfway: what is written, and what is not. */
export function describeProgress({ done, failed, left }: WritingProgress): string[] {
	const names = (pages: readonly PlannedPage[]) => pages.map(({ before }) => `  ${before.title}`);
	return [
		...(done.length > 0 ? ['Written:', ...names(done.map(({ page }) => page))] : []),
		...(failed === null ? [] : ['Not known to be written:', ...names([failed])]),
		...(left.length > 0 ? ['Not written:', ...names(left)] : []),
		'Run the same command again to finish; pages already written are skipped.',
	];
}

/** Why the last run cannot be undone; `null`: it can. */
export function explainNoUndo(
	last: RunMark | null,
	changedSince: readonly string[],
): string | null {
	if (last === null) {
		return 'The wiki’s history knows no run of this command: there is nothing to undo.';
	}
	if (last.kind !== 'run') {
		const what = last.kind === 'removal' ? 'took the gadget away' : 'undid the one before';
		return `The last run (${last.began}) ${what}. To have a version on the wiki, check out its commit and deploy it.`;
	}
	return changedSince.includes(definitionTitle)
		? `Someone has changed ${definitionTitle} since the last run (${last.began}), so nothing was undone: without its old lines, the gadget would be sent with pages missing. Use --remove, or deploy another version.`
		: null;
}
