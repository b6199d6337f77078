import { definitionTitle } from './builtPages.ts';
import { inOrder, type PlannedPage } from './plan.ts';
import { describeSource, type Source } from './source.ts';
import type { Wiki, WikiPage } from './wiki.ts';

/*
 * Each run leaves a mark in its edit summaries, by which the wiki's own history says what belongs
 * together: `Install (Mentorship Gadget 0.1.0, 1a2b3c4d5e; run 20261128T021500Z)`.
 */

/** What a run was: those that only remove or undo cannot be undone. */
export type RunKind = 'run' | 'removal' | 'undo';

export interface RunMark {
	readonly kind: RunKind;
	/** When it began, as `20261128T021500Z`: later ones sort behind. */
	readonly began: string;
}

/** @param now Milliseconds since 1970. */
export function markOf(kind: RunKind, now: number): RunMark {
	return { kind, began: new Date(now).toISOString().replace(/[-:]|\.\d+/g, '') };
}

/** An edit summary with the run's mark. */
export function summaryOf(text: string, source: Source, { kind, began }: RunMark): string {
	return `${text} (${describeSource(source)}; ${kind} ${began})`;
}

/** @returns `null` where no run of ours wrote this summary. */
function readMark(summary: string): RunMark | null {
	const pattern = /\(Mentorship Gadget [^()]*; (run|removal|undo) (\d{8}T\d{6}Z)\)$/;
	const [, kind, began = ''] = pattern.exec(summary) ?? [];
	return kind === undefined ? null : { kind: kind as RunKind, began };
}

/** What the last run did, and how it is undone. */
export interface UndoPlan {
	/** `null`: the wiki's history knows none. */
	readonly last: RunMark | null;
	readonly pages: readonly PlannedPage[];
	/** Pages of that run that were changed since: they stay. */
	readonly changedSince: readonly string[];
}

/** As far back as a person may have edited since. */
const revisionsRead = 20;

/** Finds in the wiki's history what the last run did. @throws ApiError */
export async function planUndo(wiki: Wiki): Promise<UndoPlan> {
	const titles = [definitionTitle, ...(await wiki.listPages('Gadget-mentorship'))];
	// The definition first: no one is to be sent a gadget of which a page is missing already.
	const current = inOrder(await wiki.readPages(titles)).reverse();
	const histories = new Map<WikiPage, readonly (RunMark | null)[]>();
	for (const page of current.filter(({ text }) => text !== null)) {
		const summaries = await wiki.readSummaries(page.title, revisionsRead);
		histories.set(page, summaries.map(readMark));
	}
	const marks = [...histories.values()].flat().filter((mark) => mark !== null);
	const last = marks.sort((one, other) => (one.began < other.began ? 1 : -1))[0] ?? null;
	const pages: PlannedPage[] = [];
	const changedSince: string[] = [];
	for (const [before, history] of last?.kind === 'run' ? histories : []) {
		const isOfRun = history.map((mark) => mark?.began === last?.began);
		const own = isOfRun.findIndex((is) => !is);
		if (isOfRun[0]) {
			const revisions = own === -1 ? history.length : own;
			pages.push(await restore(wiki, before, revisions));
		} else if (isOfRun.includes(true)) {
			changedSince.push(before.title);
		}
	}
	return { last, pages, changedSince };
}

/** @param revisions How many the run made. */
async function restore(wiki: Wiki, before: WikiPage, revisions: number): Promise<PlannedPage> {
	const text = await wiki.readTextBefore(before.title, revisions);
	return text === null
		? { before, action: 'delete', after: null }
		: { before, action: 'update', after: text };
}
