import type { Page } from '../store/pages.ts';
import type { StoredRevision } from '../store/revisions.ts';
import { contentFormats } from '../wiki/content.ts';
import { ApiRefusal } from './error.ts';
import type { ApiAnswer, ApiContext } from './module.ts';
import type { Parameters } from './parameters.ts';
import { formatTime } from './time.ts';

const properties = ['ids', 'timestamp', 'comment', 'user', 'content'] as const;

type Wanted = ReadonlySet<(typeof properties)[number]>;

/**
 * `prop=revisions`: the latest revision of each page, or with `rvlimit` the history of one.
 *
 * @param titles How many pages are asked for.
 */
export function readRevisionsQuestion(
	parameters: Parameters,
	titles: number,
): (page: Page, context: ApiContext) => ApiAnswer {
	const wanted = parameters.someOf('rvprop', properties);
	const slots = parameters.text('rvslots');
	const isHistory = parameters.text('rvlimit') !== undefined;
	const limit = isHistory ? parameters.limit('rvlimit') : 1;
	if (isHistory && titles > 1) {
		throw new ApiRefusal('invalidparammix', 'A history is of one page at a time.', {
			module: 'query+revisions',
		});
	}
	const hasSlots = slots === '*' || slots?.split('|').includes('main') === true;
	return (page, { store }) => {
		const revisions = isHistory ? store.pages.revisions(page.id, limit) : [page.latest];
		return {
			revisions: revisions.map((revision) => describe(revision, page, wanted, hasSlots)),
		};
	};
}

function describe(
	revision: StoredRevision,
	page: Page,
	wanted: Wanted,
	hasSlots: boolean,
): ApiAnswer {
	const main = wanted.has('content')
		? {
				contentmodel: page.contentModel,
				contentformat: contentFormats[page.contentModel],
				content: revision.content,
			}
		: {};
	return {
		...(wanted.has('ids') && { revid: revision.id, parentid: revision.parentId }),
		...(wanted.has('user') && {
			user: revision.userName,
			...(revision.userId === null && { anon: true }),
		}),
		...(wanted.has('timestamp') && { timestamp: formatTime(revision.timestamp) }),
		...(wanted.has('comment') && { comment: revision.comment }),
		...(hasSlots ? { slots: { main } } : main),
	};
}
