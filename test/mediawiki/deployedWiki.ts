import type { WikiSession } from '../support/wikiUnderTest.ts';
import { createBotPassword } from './installation.ts';
import { prepareMediaWikiFiles } from './mediawikiFiles.ts';
import { administrator } from './people.ts';
import { type RealWiki, startRealWiki } from './realWiki.ts';

export const secret = '0123456789abcdef0123456789abcdef';
export const definitionTitle = 'MediaWiki:Gadgets-definition';
const allGrants = [
	...['basic', 'highvolume', 'editpage', 'createeditmovepage'],
	...['editinterface', 'editsiteconfig', 'delete'],
];

/** A wiki whose administrator has a BotPassword for deploying, and one that grants next to nothing. */
export async function startWiki(folder?: string): Promise<RealWiki> {
	const wiki = await startRealWiki(folder === undefined ? {} : { folder });
	const place = { ...wiki, files: await prepareMediaWikiFiles(), extensions: new Map() };
	await createBotPassword(place, administrator, 'deploy', allGrants, secret);
	await createBotPassword(place, administrator, 'poor', ['basic', 'editpage'], secret);
	return wiki;
}

export const credentials = (app: string, password = secret) => ({
	MENTORSHIP_WIKI_USER: `${administrator}@${app}`,
	MENTORSHIP_WIKI_PASSWORD: password,
});
export const dist = { folder: 'dist/wiki' };

/** Every page of the MediaWiki namespace, and what it says. */
export async function interfacePages(wiki: RealWiki): Promise<Record<string, string>> {
	const session: WikiSession = await wiki.logIn(null);
	const answer = await session.get({
		...{ action: 'query', generator: 'allpages', gapnamespace: '8', gaplimit: 'max' },
		...{ prop: 'revisions', rvprop: 'content', rvslots: 'main' },
	});
	const pages: { title: string; revisions: { slots: { main: { content: string } } }[] }[] =
		Object(answer).query?.pages ?? [];
	return Object.fromEntries(
		pages.map(({ title, revisions }) => [title, revisions[0]?.slots.main.content ?? '']),
	);
}
