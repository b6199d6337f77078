import { extensionPageTitle, thresholdsKey } from '../../gadget/domain/thresholds.ts';
import { ApiRefusal } from '../api/error.ts';
import type { Page } from '../store/pages.ts';
import type { StoredRevision } from '../store/revisions.ts';
import { contentModelOf, storedContent } from './content.ts';
import { editRefusals } from './permissions.ts';
import type { MediaWiki } from './site.ts';
import type { Title } from './title.ts';
import type { Visit } from './visit.ts';

export interface EditRequest {
	readonly title: Title;
	readonly text: string;
	/** The heading, where `text` goes into a section of its own at the end of the page. */
	readonly newSection: string | null;
	/** The revision that the text was made from; `null`: whatever is there. */
	readonly base: number | null;
	readonly createOnly: boolean;
	readonly noCreate: boolean;
	readonly summary: string;
}

/**
 * Saves a page by MediaWiki's rules, in the order in which it looks at them.
 *
 * @returns The page, and its latest revision before; that is the page's own where nothing changed.
 * @throws ApiRefusal `articleexists`, `missingtitle`, `editconflict`, `invalid-json-data`, or why the
 * person may not edit.
 */
export function editPage(
	{ store, user, now, mediaWiki, onSaved }: Visit,
	request: EditRequest,
): { page: Page; before: StoredRevision | null } {
	const { title } = request;
	const page = store.pages.find(title.text);
	checkExistence(request, page);
	const [refusal, ...furtherCodes] = editRefusals(user, title);
	if (refusal !== undefined) {
		throw new ApiRefusal(refusal, 'You may not edit this page.', { furtherCodes });
	}
	// As MediaWiki where `baserevid` is given: even where it is one's own edit that came in between.
	if (page !== null && request.base !== null && request.base !== page.latest.id) {
		throw new ApiRefusal('editconflict', 'The page has been changed in the meantime.');
	}
	const contentModel = page?.contentModel ?? contentModelOf(title);
	const content = readContent(contentModel, combine(page, request));
	checkConfiguration(title, content, mediaWiki);
	if (page?.latest.content === content) {
		return { page, before: page.latest };
	}
	const saved = store.transaction(() =>
		store.pages.save({
			title,
			contentModel,
			content,
			comment: request.summary,
			user,
			timestamp: now,
		}),
	);
	onSaved?.({ title: title.text, user, before: page?.latest.content ?? null, after: content });
	return { page: saved, before: page?.latest ?? null };
}

/** Before 1.45 Community Configuration refuses what it does not know. */
function checkConfiguration(title: Title, content: string, { hasThresholds }: MediaWiki): void {
	if (title.text === extensionPageTitle && !hasThresholds) {
		if (thresholdsKey in Object(JSON.parse(content))) {
			const text = `“${thresholdsKey}” is not a setting of this wiki.`;
			throw new ApiRefusal('communityconfiguration-schema-validation-error', text);
		}
	}
}

function checkExistence({ createOnly, noCreate }: EditRequest, page: Page | null): void {
	if (createOnly && page !== null) {
		throw new ApiRefusal('articleexists', 'The page is there already.');
	}
	if (noCreate && page === null) {
		throw new ApiRefusal('missingtitle', 'There is no such page.');
	}
}

/** MediaWiki's summary of an edit that begins a section. */
export function newSectionSummary(heading: string): string {
	return `/* ${heading} */ new section`;
}

function combine(page: Page | null, { text, newSection }: EditRequest): string {
	if (newSection === null) {
		return text;
	}
	const before = page === null ? '' : `${page.latest.content}\n\n`;
	return `${before}== ${newSection.replaceAll('\n', ' ').trim()} ==\n\n${text}`;
}

function readContent(model: Page['contentModel'], text: string): string {
	try {
		return storedContent(model, text);
	} catch (error) {
		if (error instanceof SyntaxError) {
			throw new ApiRefusal('invalid-json-data', 'This is not JSON.');
		}
		throw error;
	}
}
