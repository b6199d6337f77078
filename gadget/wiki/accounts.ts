import type { WikiApi } from './api.ts';

/** An account by its name, as far as it can be a mentor. */
export type Account =
	| { readonly kind: 'found'; readonly id: number; readonly name: string }
	| { readonly kind: 'unknown' | 'blocked' };

interface AccountAnswer {
	readonly query?: {
		readonly users?: ReadonlyArray<{ readonly userid?: number; readonly name?: string }>;
	};
}

/** @throws ApiError */
export async function lookUpAccount(api: WikiApi, name: string): Promise<Account> {
	const { query } = await api.get<AccountAnswer>({
		action: 'query',
		list: 'users',
		ususers: name,
		usprop: 'blockinfo',
	});
	const user = query?.users?.[0];
	if (!user?.userid) {
		return { kind: 'unknown' };
	}
	return isBlocked(user)
		? { kind: 'blocked' }
		: { kind: 'found', id: user.userid, name: user.name ?? name };
}

/**
 * Whether an account is blocked from all of the wiki, and not from some pages only.
 *
 * @param user The account in an answer to `blockinfo`.
 */
export function isBlocked(user: unknown): boolean {
	const { blockid, blockpartial } = Object(user);
	return !!blockid && !blockpartial;
}
