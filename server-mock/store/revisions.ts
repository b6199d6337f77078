export interface Revision {
	readonly id: number;
	readonly pageId: number;
	readonly namespace: number;
	readonly title: string;
	/** 0: the page's first. */
	readonly parentId: number;
	/** Milliseconds since 1970. */
	readonly timestamp: number;
	/** `null`: logged out. */
	readonly userId: number | null;
	readonly userName: string;
	readonly comment: string;
	readonly content: string;
	/** Whether it is what the page says now. */
	readonly isLatest: boolean;
}

export interface RevisionRow {
	id: number;
	page_id: number;
	namespace: number;
	title: string;
	parent_id: number;
	timestamp: number;
	user_id: number | null;
	user_name: string;
	comment: string;
	content: string;
	is_latest: number;
}

/** A row of `revisions` joined with its page. */
export function toRevision(row: RevisionRow): Revision {
	return {
		id: row.id,
		pageId: row.page_id,
		namespace: row.namespace,
		title: row.title,
		parentId: row.parent_id,
		timestamp: row.timestamp,
		userId: row.user_id,
		userName: row.user_name,
		comment: row.comment,
		content: row.content,
		isLatest: row.is_latest === 1,
	};
}
