import type { ApiServices } from '../api/dispatcher.ts';
import { ApiRefusal } from '../api/error.ts';
import { communityPage, isCommunityForm } from '../pages/communityConfiguration.ts';
import type { Draft } from '../pages/editForm.ts';
import type { PageRequest, Skin } from '../pages/view.ts';
import { editPage, newSectionSummary } from '../wiki/editing.ts';
import { parseTitle, titleOf } from '../wiki/title.ts';
import { csrfTokenOf, type SessionKeeper } from './session.ts';

const skins: readonly Skin[] = ['vector-2022', 'vector', 'minerva'];
const languageCode = /^[a-z]{2,3}(-[a-z\d]+)*$/;

/**
 * Reads which page a person wants, and how. A visitor without a session gets one.
 *
 * @returns `null` where no page can have the title.
 */
export function readPageRequest(
	url: URL,
	session: SessionKeeper,
	services: ApiServices,
): PageRequest | null {
	const query = url.searchParams;
	const path = decodePath(url.pathname).replace(/^\/(index\.php\/?)?/, '');
	const title = parseTitle(query.get('title') ?? (path === '' ? 'Main Page' : path));
	if (title === null) {
		return null;
	}
	const language = query.get('uselang') ?? session.language() ?? 'en';
	return {
		...services,
		now: services.now(),
		title,
		query,
		session: session.current() ?? session.start(null),
		user: session.user(),
		skin: skins.find((skin) => skin === query.get('useskin')) ?? 'vector-2022',
		language: languageCode.test(language) ? language : 'en',
	};
}

/** A path that is encoded wrongly is read as it stands; no page has such a title. */
export function decodePath(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

/**
 * Saves what the edit form sent.
 *
 * @returns `null` where it is saved; else what was typed, and why not.
 */
export function savePageForm(request: PageRequest, form: URLSearchParams): Draft | null {
	const text = form.get('wpTextbox1') ?? '';
	const summary = form.get('wpSummary') ?? '';
	const isNewSection = form.get('section') === 'new';
	if (form.get('wpEditToken') !== csrfTokenOf(request.session)) {
		return { text, summary, refusal: 'the form is not of your session. Please try again.' };
	}
	try {
		const community = isCommunityForm(request) ? communityPage(request, form) : null;
		editPage(request, {
			title: community === null ? request.title : titleOf(community.title),
			text: community?.text ?? text,
			newSection: isNewSection ? summary : null,
			base: isNewSection ? null : Number(form.get('editRevId')) || null,
			createOnly: false,
			noCreate: false,
			summary: isNewSection ? newSectionSummary(summary) : summary,
		});
		return null;
	} catch (error) {
		if (error instanceof ApiRefusal) {
			return { text, summary, refusal: `${error.message} (${error.code})` };
		}
		throw error;
	}
}
