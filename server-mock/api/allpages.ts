import { parseTitle } from '../wiki/title.ts';
import type { QueryModule } from './module.ts';

/** `list=allpages`: the pages of a namespace by title, those that begin in a certain way. */
export const allpages: QueryModule = {
	prepare: (parameters) => {
		const namespace = parameters.integer('apnamespace') ?? 0;
		// Titles begin with a capital letter, however a person writes them.
		const prefix = parseTitle(parameters.text('apprefix') ?? '')?.name ?? '';
		const from = parameters.text('apcontinue') ?? '';
		const limit = parameters.limit('aplimit');
		return ({ store }) => {
			const pages = store.pages.titles(namespace, '').flatMap((title) => {
				const page = store.pages.find(title);
				const name = parseTitle(title)?.name ?? '';
				return page && name >= from && name.startsWith(prefix)
					? [{ pageid: page.id, ns: namespace, title }]
					: [];
			});
			const next = pages[limit];
			return {
				query: { allpages: pages.slice(0, limit) },
				...(next && { continue: { apcontinue: parseTitle(next.title)?.name ?? '' } }),
			};
		};
	},
};
