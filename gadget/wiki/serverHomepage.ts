import { ApiError } from './api.ts';

/** In milliseconds. */
const timeout = 15_000;

/**
 * The page as the server draws it at this moment, in the person's language and skin. The
 * browser makes a document of it: Trusted Types allow no text to become one.
 *
 * @throws ApiError where the wiki cannot be reached.
 */
export function fetchPageAnew(): Promise<Document> {
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

/** The primary mentor whom the page names in its configuration; `undefined` where it shows none. */
export function readMentorOnPage(): string | undefined {
	return (mw.config.get('GEHomepageMentorshipMentorName') as string | null) || undefined;
}
