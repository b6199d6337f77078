import type { User } from '../store/users.ts';
import type { Title } from './title.ts';

/** Those of MediaWiki's rights that something here, or a gadget, asks for. */
const rightsByGroup: Readonly<Record<string, readonly string[]>> = {
	'*': ['read', 'edit', 'createpage'],
	user: ['editmyuserjson', 'editmyusercss', 'editmyuserjs'],
	autoconfirmed: [],
	sysop: ['apihighlimits', 'delete', 'editinterface', 'editsitejson', 'edituserjson', 'setmentor'],
	'interface-admin': [
		...['editinterface', 'editsitecss', 'editsitejs', 'editsitejson'],
		...['editusercss', 'edituserjs', 'edituserjson'],
	],
	bot: ['apihighlimits', 'bot'],
};

/** The groups that there are, and what their members may do. */
export function rightsOfGroups(): ReadonlyMap<string, readonly string[]> {
	return new Map(Object.entries(rightsByGroup));
}

/** All groups of a person, including those that every user has; `null` is a person logged out. */
export function groupsOf(user: User | null): string[] {
	return user === null ? ['*'] : [...user.groups].sort().concat('*', 'user', 'autoconfirmed');
}

/** What a person may do; `null` is a person logged out. */
export function rightsOf(user: User | null): ReadonlySet<string> {
	return new Set(groupsOf(user).flatMap((group) => rightsByGroup[group] ?? []));
}

/**
 * Why a person may not edit a page.
 *
 * @returns The API's codes, the first one first; empty where they may.
 */
export function editRefusals(user: User | null, title: Title): string[] {
	if (title.namespace < 0) {
		return ['pagecannotexist'];
	}
	const rights = rightsOf(user);
	const kind = /\.(json|css|js)$/.exec(title.name)?.[1];
	const isForbidden = {
		'protectednamespace-interface': title.namespace === 8 && !rights.has('editinterface'),
		[`site${kind}protected`]:
			title.namespace === 8 && kind !== undefined && !rights.has(`editsite${kind}`),
		[`custom${kind}protected`]: kind !== undefined && !rights.has(userPageRight(user, title, kind)),
		blocked: user?.blocked === true,
	};
	return Object.keys(isForbidden).filter((code) => isForbidden[code]);
}

/** The right that a script, style or data page of a user's own needs; `edit` for all other pages. */
function userPageRight(user: User | null, { namespace, name }: Title, kind: string): string {
	if (namespace !== 2 || !name.includes('/')) {
		return 'edit';
	}
	return name.startsWith(`${user?.name}/`) ? `editmyuser${kind}` : `edituser${kind}`;
}
