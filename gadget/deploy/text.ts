import { structuredPatch } from 'diff';
import { grouped, printable } from '../terminal/terminal.ts';
import { configurationTitle } from './builtPages.ts';
import type { Progress } from './perform.ts';
import { isChange, type PlannedPage } from './plan.ts';
import type { NeededRight } from './rights.ts';

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
			return before.title === configurationTitle
				? '  (the community’s values)'
				: '  (an administrator can delete it)';
		default:
			return '';
	}
}

function bytes(text: string | null): string {
	return `${grouped(Buffer.byteLength(text ?? ''))} B`;
}

/** In characters: a line beyond it is a script as built, in which nobody can read a difference. */
const longestLine = 400;

function describeDifference({ before, after }: PlannedPage): string[] {
	const patch = structuredPatch('', '', toLines(before.text), toLines(after), '', '', {
		context: 1,
	});
	const lines = patch.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
		`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
		...lines,
	]);
	return lines.some((line) => line.length > longestLine)
		? []
		: lines.map((line) => `    ${printable(line.replaceAll('\t', '    '))}`);
}

/** Whether a page ends with a line break is MediaWiki's business. */
function toLines(text: string | null): string {
	return `${(text ?? '').trimEnd()}\n`;
}

/** Which rights are missing, and where they come from. */
export function describeMissingRights(missing: readonly NeededRight[], user: string): string[] {
	return [
		`${user} lacks rights that this needs:`,
		...missing.map(({ right, grant }) => `  ${right}  (BotPassword’s grant “${grant}”)`),
		'The account has to be an interface administrator (Special:UserRights), and its BotPassword',
		'needs these grants: tick them on Special:BotPasswords and say the same again.',
	];
}

/** After an end halfway: what is written, and what is not. */
export function describeProgress({ done, failed, left }: Progress): string[] {
	const names = (pages: readonly PlannedPage[]) => pages.map(({ before }) => `  ${before.title}`);
	return [
		...(done.length > 0 ? ['Written:', ...names(done.map(({ page }) => page))] : []),
		...(failed === null ? [] : ['Not known to be written:', ...names([failed])]),
		...(left.length > 0 ? ['Not written:', ...names(left)] : []),
		'To finish it, say the same again: what is written is not written twice.',
	];
}
