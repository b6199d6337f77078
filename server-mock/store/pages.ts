import type Database from 'libsql';
import type { ContentModel } from '../wiki/content.ts';
import type { Title } from '../wiki/title.ts';
import { revisionColumns, type StoredRevision } from './revisions.ts';
import { rowOrNull } from './row.ts';
import type { User, UserStore } from './users.ts';

export interface Page {
	readonly id: number;
	readonly namespace: number;
	readonly title: string;
	readonly contentModel: ContentModel;
	readonly latest: StoredRevision;
}

export interface Save {
	readonly title: Title;
	readonly contentModel: ContentModel;
	readonly content: string;
	readonly comment: string;
	/** `null`: logged out. */
	readonly user: User | null;
	/** Milliseconds since 1970. */
	readonly timestamp: number;
}

export interface PageStore {
	find(title: string): Page | null;
	/** Titles of a namespace in order; only those that begin with `prefix`. */
	titles(namespace: number, prefix: string): string[];
	/** Adds a revision, and the page where it is new, and counts the edit for its author. */
	save(save: Save): Page;
	remove(title: string): void;
	revision(id: number): StoredRevision | null;
	/** Newest first, at most `limit`. */
	revisions(pageId: number, limit: number): StoredRevision[];
	/** A person's edits, newest first, at most `limit`. */
	contributions(userId: number, limit: number): StoredRevision[];
	/** How many edits a person made since `time`, in milliseconds since 1970. */
	countContributionsSince(userId: number, time: number): number;
	/** How many accounts have edited from a time on. */
	countContributors(time: number): number;
}

const joined = 'revisions join pages on pages.id = revisions.page_id';

/** Pages and their revisions, on the tables `pages` and `revisions`. */
export function createPageStore(database: Database.Database, users: UserStore): PageStore {
	const find = database.prepare(
		`select ${revisionColumns}, content_model as contentModel
		from pages join revisions on revisions.id = latest_revision where title = ?`,
	);
	const titles = database.prepare(
		'select title from pages where namespace = ? and title glob ? order by title',
	);
	const revision = database.prepare(
		`select ${revisionColumns} from ${joined} where revisions.id = ?`,
	);
	const revisions = database.prepare(
		`select ${revisionColumns} from ${joined} where page_id = ? order by revisions.id desc limit ?`,
	);
	const contributions = database.prepare(
		`select ${revisionColumns} from ${joined}
		where user_id = ?
		order by timestamp desc, revisions.id desc limit ?`,
	);
	const countSince = database.prepare(
		'select count(*) as edits from revisions where user_id = ? and timestamp >= ?',
	);
	const contributorsSince = database.prepare(
		'select count(distinct user_id) as people from revisions where timestamp >= ?',
	);
	const remove = database.prepare('delete from pages where title = ?');
	const save = createSave(database);

	const findPage = (title: string): Page | null => {
		const latest = rowOrNull<StoredRevision & Pick<Page, 'contentModel'>>(find.get(title));
		if (latest === null) {
			return null;
		}
		const { pageId: id, namespace, contentModel } = latest;
		return { id, namespace, title: latest.title, contentModel, latest };
	};
	return {
		find: findPage,
		titles: (namespace, prefix) =>
			(titles.all(namespace, `${prefix}*`) as { title: string }[]).map(({ title }) => title),
		save: (change) => {
			save(change, findPage(change.title.text));
			if (change.user !== null) {
				users.countEdit(change.user.id);
			}
			const page = findPage(change.title.text);
			if (page === null) {
				throw new Error(`“${change.title.text}” is not there after saving it.`);
			}
			return page;
		},
		remove: (title) => {
			remove.run(title);
		},
		revision: (id) => rowOrNull<StoredRevision>(revision.get(id)),
		revisions: (pageId, limit) => revisions.all(pageId, limit) as StoredRevision[],
		contributions: (userId, limit) => contributions.all(userId, limit) as StoredRevision[],
		countContributionsSince: (userId, time) =>
			(countSince.get(userId, time) as { edits: number }).edits,
		countContributors: (time) => (contributorsSince.get(time) as { people: number }).people,
	};
}

function createSave(database: Database.Database): (change: Save, before: Page | null) => void {
	const insertPage = database.prepare(
		'insert into pages (namespace, title, content_model, latest_revision) values (?, ?, ?, 0)',
	);
	const insertRevision = database.prepare(
		`insert into revisions (page_id, parent_id, timestamp, user_id, user_name, comment, content)
		values (?, ?, ?, ?, ?, ?, ?)`,
	);
	const setLatest = database.prepare('update pages set latest_revision = ? where id = ?');
	return (change, before) => {
		const { title, contentModel } = change;
		const pageId =
			before?.id ??
			Number(insertPage.run(title.namespace, title.text, contentModel).lastInsertRowid);
		const { lastInsertRowid } = insertRevision.run(
			pageId,
			before?.latest.id ?? 0,
			// To the second, as MediaWiki: what the API says of a time has to find it again.
			change.timestamp - (change.timestamp % 1000),
			change.user?.id ?? null,
			change.user?.name ?? loopbackAddress,
			change.comment,
			change.content,
		);
		setLatest.run(Number(lastInsertRowid), pageId);
	};
}

/** Under this name edits by a person logged out are public: the server is on loopback only. */
export const loopbackAddress = '127.0.0.1';
