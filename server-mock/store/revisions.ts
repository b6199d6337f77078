export interface StoredRevision {
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
}

/** A revision's columns, of `revisions` joined with its page. */
export const revisionColumns = `revisions.id, page_id as pageId, namespace, title,
	parent_id as parentId, timestamp, user_id as userId, user_name as userName, comment, content`;
