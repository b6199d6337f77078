import type { Store } from '../store/store.ts';
import type { SessionKeeper } from './session.ts';

/**
 * Becomes someone else, without a password, reads in another language, or puts the demo back as it
 * was at first: what the demo's bar is for.
 *
 * @param form `name` (empty: logged out), `language` or `reset`, and `token`, `returnto`.
 * @param reset Puts everything back.
 * @returns Where to go on; `null` where the token is not this session's.
 */
export function switchPerson(
	store: Store,
	session: SessionKeeper,
	form: URLSearchParams,
	reset: () => void,
): string | null {
	const token = form.get('token');
	if (token === null || token !== session.current()?.loginToken) {
		return null;
	}
	if (form.has('reset')) {
		session.end();
		reset();
		return '/';
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
	return language === null ? returnTo : withoutLanguage(returnTo);
}

/** The language in an address would count more than the one that was chosen. */
function withoutLanguage(address: string): string {
	const [path, query] = address.split('?');
	const parameters = new URLSearchParams(query);
	parameters.delete('uselang');
	return `${path}?${parameters}`;
}
