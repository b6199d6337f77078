import path from 'node:path';
import { mentorNames, prepareWiki } from '../journeys/preparedWiki.ts';
import { newcomersPage } from '../journeys/visitor.ts';
import { type Extensions, findExtensions, hasGrowth } from './extensions.ts';
import { installGadget } from './installGadget.ts';
import { mediaWikiVersion, prepareMediaWikiFiles } from './mediawikiFiles.ts';
import { readPage } from './pages.ts';
import { administrator, demoMentees, password } from './people.ts';
import { type RealWiki, startRealWiki } from './realWiki.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Resolves when the person at the terminal, or the system, asks this program to end. */
function askedToEnd(): Promise<unknown> {
	return new Promise((resolve) => {
		process.once('SIGINT', resolve);
		process.once('SIGTERM', resolve);
	});
}

/** Where a wiki is kept from one start to the next: a database is of one version and its extensions. */
async function folderFor(extensions: Extensions): Promise<string> {
	const version = await mediaWikiVersion(await prepareMediaWikiFiles());
	return path.join(root, '.cache/wikis', [version, ...extensions.keys()].join('-'));
}

function invitation(wiki: RealWiki, extensions: Extensions, now: Date): string {
	const people = [...demoMentees(now).map(({ name }) => name), ...mentorNames];
	const place = hasGrowth(extensions)
		? `the Homepage:            ${wiki.origin}/index.php/Special:Homepage`
		: `the page for newcomers:  ${wiki.origin}/index.php/Project:Newcomers`;
	return [
		`${[wiki.name, ...extensions.keys()].join(' + ')} is at ${wiki.origin}`,
		`  ${place}`,
		`  log in:                  ${wiki.origin}/index.php/Special:UserLogin`,
		`  password of everybody:   ${password}`,
		`  people:                  ${people.join(', ')}`,
		`  administrator:           ${administrator}`,
		`  its data and log:        ${wiki.folder}`,
		'Ctrl-C ends it; its pages are kept.',
	].join('\n');
}

async function serve(): Promise<void> {
	const ended = askedToEnd();
	const now = new Date();
	const extensions = await findExtensions();
	const wiki = await startRealWiki({
		port: Number(process.env.PORT ?? 8809),
		folder: await folderFor(extensions),
		extensions,
	});
	try {
		for (const person of demoMentees(now)) {
			await wiki.setPerson(person);
		}
		// What was changed by hand since the first start is kept.
		const isNew = (await readPage(wiki, newcomersPage)) === undefined;
		await (isNew ? prepareWiki(wiki) : installGadget(wiki));
		console.log(invitation(wiki, extensions, now));
		await ended;
	} finally {
		await wiki.stop();
	}
}

await serve();
