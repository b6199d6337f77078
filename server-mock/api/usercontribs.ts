import type { ContributionsStart } from '../store/pages.ts';
import type { StoredRevision } from '../store/revisions.ts';
import type { Store } from '../store/store.ts';
import type { User } from '../store/users.ts';
import { userName } from '../wiki/title.ts';
import { ApiRefusal } from './error.ts';
import type { ApiAnswer, QueryModule } from './module.ts';
import { formatCompactTime, formatTime } from './time.ts';

const properties = ['ids', 'title', 'timestamp', 'comment', 'size', 'flags'] as const;

type Wanted = ReadonlySet<(typeof properties)[number]>;

/** `list=usercontribs`: the latest edits of certain accounts, newest first. */
export const usercontribs: QueryModule = {
	prepare: (parameters) => {
		const wanted = parameters.someOf('ucprop', properties, properties);
		const limit = parameters.limit('uclimit');
		const names = parameters.values('ucuser');
		const ids = parameters.integers('ucuserids');
		const start = readStart(parameters.text('uccontinue'));
		if (names.length === 0 && ids.length === 0) {
			throw new ApiRefusal('missingparam', 'Whose edits? “ucuser” or “ucuserids” is needed.');
		}
		return ({ store }) => {
			const edits = authors(store, names, ids)
				.flatMap((user) => store.pages.contributions(user.id, limit + 1, start))
				.sort((a, b) => b.timestamp - a.timestamp || b.id - a.id);
			const next = edits[limit];
			return {
				query: { usercontribs: edits.slice(0, limit).map((edit) => describe(edit, wanted)) },
				...(next !== undefined && {
					continue: { uccontinue: `${formatCompactTime(next.timestamp)}|${next.id}` },
				}),
			};
		};
	},
};

/** As an earlier answer wrote it: a time, to the second, and a revision. */
function readStart(text: string | undefined): ContributionsStart | undefined {
	if (text === undefined) {
		return undefined;
	}
	const [, ...parts] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\|(\d+)$/.exec(text) ?? [];
	const [year, month, day, hour, minute, second, revisionId] = parts.map(Number);
	if (revisionId === undefined) {
		throw new ApiRefusal('badcontinue', '“uccontinue” is not what an answer said.');
	}
	return {
		timestamp: Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second),
		revisionId,
	};
}

function authors(store: Store, names: readonly string[], ids: readonly number[]): User[] {
	const byName = names.map((text) => {
		const name = userName(text);
		if (name === null) {
			throw new ApiRefusal('baduser', `“${text}” can be no account’s name.`);
		}
		return store.users.byName(name);
	});
	const byId = ids.map((id) => store.users.byId(id));
	return [...byName, ...byId].filter((user) => user !== null);
}

function describe(edit: StoredRevision, wanted: Wanted): ApiAnswer {
	return {
		userid: edit.userId ?? 0,
		user: edit.userName,
		...(wanted.has('ids') && { pageid: edit.pageId, revid: edit.id, parentid: edit.parentId }),
		...(wanted.has('title') && { ns: edit.namespace, title: edit.title }),
		...(wanted.has('timestamp') && { timestamp: formatTime(edit.timestamp) }),
		...(wanted.has('flags') && {
			new: edit.parentId === 0,
			minor: false,
			top: edit.isLatest === 1,
		}),
		...(wanted.has('comment') && { comment: edit.comment }),
		...(wanted.has('size') && { size: Buffer.byteLength(edit.content) }),
	};
}
