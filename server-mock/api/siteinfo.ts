import type { Store } from '../store/store.ts';
import { rightsOfGroups } from '../wiki/permissions.ts';
import { type MediaWiki, siteName, wikiId } from '../wiki/site.ts';
import { activeMilliseconds } from './allusers.ts';
import type { QueryModule } from './module.ts';

/** `meta=siteinfo`: what wiki this is. */
export const siteinfo: QueryModule = {
	prepare: (parameters) => {
		const known = ['general', 'usergroups', 'statistics'] as const;
		const wanted = parameters.someOf('siprop', known, ['general']);
		return ({ now, store, mediaWiki }) => ({
			query: {
				...(wanted.has('general') && { general: describeSite(mediaWiki) }),
				...(wanted.has('usergroups') && { usergroups: describeGroups() }),
				...(wanted.has('statistics') && { statistics: { activeusers: countActive(store, now) } }),
			},
		});
	},
};

function describeSite({ release }: MediaWiki) {
	return {
		sitename: siteName,
		// Gadgets ask for the version of MediaWiki: the one whose behaviour is imitated.
		generator: `MediaWiki ${release}`,
		lang: 'en',
		articlepath: '/index.php/$1',
		wikiid: wikiId,
	};
}

function describeGroups() {
	return [...rightsOfGroups()].map(([name, rights]) => ({ name, rights }));
}

function countActive(store: Store, now: number): number {
	return store.pages.countContributors(now - activeMilliseconds);
}
