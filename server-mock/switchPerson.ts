import type { SessionKeeper } from './session.ts';
import type { Store } from './store/store.ts';

/**
 * Becomes somebody else, without a password, or reads in another language: what the demo's bar is for.
 *
 * @param form `name` (empty: logged out) or `language`, and `token`, `returnto`.
 * @returns Where to go on; `null` where the token is not this session's.
 */
export function switchPerson(
	store: Store,
	session: SessionKeeper,
	form: URLSearchParams,
): string | null {
	const token = form.get('token');
	if (token === null || token !== session.current()?.loginToken) {
		return null;
	}
	const language = form.get('language');
	if (language === null) {
		session.start(store.users.byName(form.get('name') ?? '')?.id ?? null);
	} else {
		session.chooseLanguage(language);
	}
	const returnTo = form.get('returnto') ?? '/';
	// Only to a page of this wiki.
	if (!returnTo.startsWith('/index.php?')) {
		return '/';
	}
	const parameters = new URLSearchParams(returnTo.slice(returnTo.indexOf('?')));
	if (language !== null) {
		// The one in the address would count more.
		parameters.delete('uselang');
	}
	return `/index.php?${parameters}`;
}
