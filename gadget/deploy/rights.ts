import type { PlannedPage } from './plan.ts';

/** A right that writing needs, and the grants of a BotPassword that bring it. */
export interface NeededRight {
	readonly right: string;
	readonly grant: string;
}

const siteGrant = 'Edit sitewide and user CSS/JS';
const grants: Readonly<Record<string, string>> = {
	edit: 'Edit existing pages',
	createpage: 'Create, edit, and move pages',
	editinterface: 'Edit the MediaWiki namespace and sitewide/user JSON',
	editsitejson: 'Edit the MediaWiki namespace and sitewide/user JSON',
	editsitecss: siteGrant,
	editsitejs: siteGrant,
	delete: 'Delete pages, revisions, and log entries',
};

/** The rights that writing these pages needs and a person lacks, with how a BotPassword gets them. */
export function findMissingRights(
	pages: readonly PlannedPage[],
	rights: ReadonlySet<string>,
): NeededRight[] {
	const needed = new Set(pages.flatMap(rightsFor));
	return Object.entries(grants)
		.filter(([right]) => needed.has(right) && !rights.has(right))
		.map(([right, grant]) => ({ right, grant }));
}

function rightsFor({ before, action }: PlannedPage): string[] {
	const isInterface = before.title.startsWith('MediaWiki:');
	const kind = isInterface ? /\.(js|css|json)$/.exec(before.title)?.[1] : undefined;
	switch (action) {
		case 'create':
		case 'update':
			return [
				'edit',
				...(isInterface ? ['editinterface'] : []),
				...(action === 'create' ? ['createpage'] : []),
				...(kind === undefined ? [] : [`editsite${kind}`]),
			];
		case 'delete':
			return ['delete', 'editinterface', ...(kind === undefined ? [] : [`editsite${kind}`])];
		default:
			return [];
	}
}
