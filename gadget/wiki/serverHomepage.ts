import { ApiError } from './api.ts';
import { homepageClasses } from './selectors.ts';

/**
 * The mentorship module as the server draws it at this moment, in the person's language and skin.
 *
 * @returns The module, within the link that wraps it on a phone; `null` where the page has none.
 * @throws ApiError where the wiki cannot be reached.
 */
export async function fetchMentorModule(): Promise<HTMLElement | null> {
	const page = await fetchPage();
	const module = page.querySelector<HTMLElement>('[data-module-name=mentorship]');
	if (!module) {
		return null;
	}
	const wrapper = module.closest<HTMLElement>('[data-overlay-route]') ?? module;
	// The extension wires these when the page loads, not later: a link leads somewhere, a dead button does not.
	wrapper.removeAttribute('data-overlay-route');
	for (const dead of wrapper.querySelectorAll(
		`.${homepageClasses.mentorship}-ellipsis, #${homepageClasses.learnMore}`,
	)) {
		dead.remove();
	}
	return document.importNode(wrapper, true);
}

/** In milliseconds. */
const timeout = 15_000;

/** The page as it is now. The browser makes a document of it: Trusted Types allow no text to become one. */
function fetchPage(): Promise<Document> {
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		request.open('GET', location.href);
		request.responseType = 'document';
		request.timeout = timeout;
		request.setRequestHeader('Cache-Control', 'no-cache');
		request.onloadend = () => {
			if (request.responseXML) {
				resolve(request.responseXML);
			} else {
				reject(new ApiError('offline'));
			}
		};
		request.send();
	});
}

/** The mentor's name in a module that the server drew. */
export function readMentorName(module: HTMLElement): string | undefined {
	return (
		module.querySelector(`.${homepageClasses.mentorship}-username bdi`)?.textContent ?? undefined
	);
}

/** The primary mentor whom the page names in its configuration; nobody where it shows none. */
export function readMentorOnPage(): string | undefined {
	const name: unknown = mw.config.get('GEHomepageMentorshipMentorName');
	return typeof name === 'string' && name ? name : undefined;
}
