import path from 'node:path';
import { installGadget } from './installGadget.ts';
import { administrator, demoMentees, demoMentors, password } from './people.ts';
import { type RealWiki, startRealWiki } from './realWiki.ts';
import { seedWiki } from './seed.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Resolves when the person at the terminal, or the system, asks this program to end. */
function askedToEnd(): Promise<unknown> {
	return new Promise((resolve) => {
		process.once('SIGINT', resolve);
		process.once('SIGTERM', resolve);
	});
}

function invitation(wiki: RealWiki, now: Date): string {
	const people = [...demoMentees(now), ...demoMentors(now)].map(({ name }) => name);
	return [
		`${wiki.name} is at ${wiki.origin}`,
		`  the page for newcomers:  ${wiki.origin}/index.php/Project:Newcomers`,
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
	const wiki = await startRealWiki({
		port: Number(process.env.PORT ?? 8809),
		folder: path.join(root, '.cache/wiki'),
	});
	try {
		await seedWiki(wiki, now);
		await installGadget(wiki, path.join(root, 'dist/wiki'));
		console.log(invitation(wiki, now));
		await ended;
	} finally {
		await wiki.stop();
	}
}

await serve();
