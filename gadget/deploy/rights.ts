import type { PlannedPage } from './plan.ts';
import type { WikiUser } from './wiki.ts';

const siteGrant = 'Edit sitewide and user CSS/JS';
/** Rights that writing needs, and the grants of a BotPassword that bring them. */
const grants: Readonly<Record<string, string>> = {
	edit: 'Edit existing pages',
	createpage: 'Create, edit, and move pages',
	editinterface: 'Edit the MediaWiki namespace and sitewide/user JSON',
	editsitejson: 'Edit the MediaWiki namespace and sitewide/user JSON',
	editsitecss: siteGrant,
	editsitejs: siteGrant,
	delete: 'Delete pages, revisions, and log entries',
};

/** Which rights these changes need and the user lacks, and where they come from; `[]`: none. */
export function explainMissingRights(
	changes: readonly PlannedPage[],
	{ name, rights }: WikiUser,
): string[] {
	const needed = new Set(changes.flatMap(rightsFor));
	const missing = Object.entries(grants).filter(
		([right]) => needed.has(right) && !rights.has(right),
	);
	return missing.length === 0
		? []
		: [
				`${name} lacks rights that this needs:`,
				...missing.map(([right, grant]) => `  ${right}  (BotPassword’s grant “${grant}”)`),
				'The account has to be an interface administrator (Special:UserRights), and its BotPassword',
				'needs these grants: tick them on Special:BotPasswords, then run the same command again.',
			];
}

function rightsFor({ before: { title }, action }: PlannedPage): string[] {
	const kind = /^MediaWiki:.*\.(js|css|json)$/.exec(title)?.[1];
	return [
		action === 'delete' ? 'delete' : 'edit',
		...(action === 'create' ? ['createpage'] : []),
		...(title.startsWith('MediaWiki:') ? ['editinterface'] : []),
		...(kind === undefined ? [] : [`editsite${kind}`]),
	];
}
