import type { SessionKeeper } from './session.ts';
import type { Store } from './store/store.ts';

/**
 * Becomes somebody else, without a password: what the demo's bar is for.
 *
 * @param form `name` (empty: logged out), `token`, `returnto`.
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
	session.start(store.users.byName(form.get('name') ?? '')?.id ?? null);
	const returnTo = form.get('returnto') ?? '/';
	// Only to a page of this wiki.
	return returnTo.startsWith('/index.php?') ? returnTo : '/';
}
