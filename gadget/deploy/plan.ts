import {
	type BuiltPages,
	bodyOf,
	configurationTitle,
	definitionTitle,
	isCommunityPage,
} from './builtPages.ts';
import { mergeDefinitions, removeDefinitions } from './definitions.ts';
import type { WikiPage } from './wiki.ts';

/** What is to become of one page. */
export interface PlannedPage {
	readonly before: WikiPage;
	readonly action: 'create' | 'update' | 'delete' | 'unchanged' | 'keep';
	/** The text it is to have; `null`: it is to be deleted. */
	readonly after: string | null;
}

/**
 * What installing or updating does, in the order in which it is done: what the loader needs comes
 * before it, and the definition last, so that no one is sent a gadget of which half is missing.
 *
 * @param current The same pages, as they are.
 */
export function planInstallation(built: BuiltPages, current: readonly WikiPage[]): PlannedPage[] {
	return inOrder(current).map((before) => {
		const text = built.get(before.title) ?? '';
		if (before.text === null) {
			return { before, action: 'create', after: text };
		}
		const isDefinition = before.title === definitionTitle;
		const after = isDefinition ? mergeDefinitions(before.text, text) : text;
		if (saysTheSame(before.title, before.text, after)) {
			return { before, action: 'unchanged', after: before.text };
		}
		// The community's decision.
		return isCommunityPage(before.title)
			? { before, action: 'keep', after: before.text }
			: { before, action: 'update', after };
	});
}

/**
 * What removing does, in order: the definition first, so that no one is sent half a gadget. The
 * thresholds stay where the community has changed them.
 *
 * @param mayDelete Without the right to delete, the pages stay; without a definition no one loads them.
 */
export function planRemoval(
	built: BuiltPages,
	current: readonly WikiPage[],
	mayDelete: boolean,
): PlannedPage[] {
	return inOrder(current)
		.reverse()
		.filter(({ text }) => text !== null)
		.map((before) => {
			const text = before.text ?? '';
			const own = built.get(before.title) ?? '';
			if (before.title !== definitionTitle) {
				const isTheirs =
					before.title === configurationTitle && !saysTheSame(before.title, text, own);
				const stays = isTheirs || !mayDelete;
				return stays
					? { before, action: 'keep', after: text }
					: { before, action: 'delete', after: null };
			}
			const after = removeDefinitions(text, own);
			if (after === text) {
				return { before, action: 'unchanged', after };
			}
			return after === '' && mayDelete
				? { before, action: 'delete', after: null }
				: { before, action: 'update', after };
		});
}

/** Whether a person has to write for it. */
export function isChange({ action }: PlannedPage): boolean {
	return action === 'create' || action === 'update' || action === 'delete';
}

/** The title of the default gadget's script, which loads all others. */
const loaderTitle = 'MediaWiki:Gadget-mentorship.js';

/** The order of installing: what the loader needs comes before it, and the definition last. */
export function inOrder(pages: readonly WikiPage[]): WikiPage[] {
	return [...pages].sort((one, other) => rank(one.title) - rank(other.title));
}

function rank(title: string): number {
	if (title === definitionTitle) {
		return 4;
	}
	if (title === loaderTitle) {
		return 3;
	}
	return ['.css', '.js'].findIndex((ending) => title.endsWith(ending));
}

/** Whether readers get the same of both. */
function saysTheSame(title: string, one: string, other: string): boolean {
	return bodyOf(title, one) === bodyOf(title, other);
}
