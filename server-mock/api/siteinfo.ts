import type { Store } from '../store/store.ts';
import { rightsOfGroups } from '../wiki/permissions.ts';
import { type MediaWiki, siteName, wikiId } from '../wiki/site.ts';
import { namespaces } from '../wiki/title.ts';
import { activeMilliseconds } from './allusers.ts';
import type { QueryModule } from './module.ts';
import { formatTime } from './time.ts';

/** `meta=siteinfo`: what wiki this is. */
export const siteinfo: QueryModule = {
	prepare: (parameters) => {
		const wanted = parameters.someOf(
			'siprop',
			['general', 'namespaces', 'usergroups', 'statistics'],
			['general'],
		);
		return ({ origin, now, store, mediaWiki }) => ({
			query: {
				...(wanted.has('general') && { general: general(origin, now, mediaWiki) }),
				...(wanted.has('namespaces') && { namespaces: describeNamespaces() }),
				...(wanted.has('usergroups') && { usergroups: describeGroups() }),
				...(wanted.has('statistics') && { statistics: { activeusers: countActive(store, now) } }),
			},
		});
	},
};

function general(origin: string, now: number, mediaWiki: MediaWiki) {
	return {
		mainpage: 'Main Page',
		base: `${origin}/index.php/Main_Page`,
		sitename: siteName,
		// Gadgets ask for the version of MediaWiki: the one whose behaviour is imitated.
		generator: `MediaWiki ${mediaWiki.release}`,
		case: 'first-letter',
		lang: 'en',
		rtl: false,
		readonly: false,
		writeapi: true,
		timezone: 'UTC',
		timeoffset: 0,
		articlepath: '/index.php/$1',
		scriptpath: '',
		script: '/index.php',
		server: origin,
		servername: '127.0.0.1',
		wikiid: wikiId,
		time: formatTime(now),
	};
}

function describeNamespaces() {
	return Object.fromEntries(
		[...namespaces].map(([id, name]) => [
			id,
			{
				id,
				case: 'first-letter',
				name,
				subpages: id > 0,
				...(id !== 0 && { canonical: name }),
				content: id === 0,
				nonincludable: false,
			},
		]),
	);
}

function describeGroups() {
	return [...rightsOfGroups()].map(([name, rights]) => ({ name, rights }));
}

function countActive(store: Store, now: number): number {
	return store.pages.countContributors(now - activeMilliseconds);
}
