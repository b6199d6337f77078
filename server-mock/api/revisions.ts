import type { Page } from '../store/pages.ts';
import type { StoredRevision } from '../store/revisions.ts';
import { contentFormats } from '../wiki/content.ts';
import { ApiRefusal } from './error.ts';
import type { ApiAnswer, ApiContext } from './module.ts';
import type { Parameters } from './parameters.ts';
import { formatTime } from './time.ts';
import type { Warn } from './warning.ts';

const properties = [
	'ids',
	'timestamp',
	'flags',
	'comment',
	'user',
	'userid',
	'size',
	'content',
	'contentmodel',
] as const;
const usual = ['ids', 'timestamp', 'flags', 'comment', 'user'] as const;

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
	const wanted = parameters.someOf('rvprop', properties, usual);
	const slots = parameters.text('rvslots');
	const isHistory = parameters.text('rvlimit') !== undefined;
	const limit = isHistory ? parameters.limit('rvlimit') : 1;
	if (isHistory && titles > 1) {
		throw new ApiRefusal('invalidparammix', 'A history is of one page at a time.', {
			module: 'query+revisions',
		});
	}
	const hasSlots = slots === '*' || slots?.split('|').includes('main') === true;
	return (page, { store, warn }) => {
		if (!hasSlots && wanted.has('content')) {
			warnOfOldShape(warn);
		}
		const revisions = isHistory ? store.pages.revisions(page.id, limit) : [page.latest];
		return {
			revisions: revisions.map((revision) => describe(revision, page, wanted, hasSlots)),
		};
	};
}

function warnOfOldShape(warn: Warn): void {
	warn({
		module: 'query+revisions',
		code: 'deprecation',
		text: 'Without “rvslots” the old shape is answered.',
		data: { feature: 'action=query&prop=revisions&!rvslots' },
	});
	const text = 'What is deprecated goes some day.';
	warn({ module: 'main', code: 'deprecation-help', text });
}

function describe(
	revision: StoredRevision,
	page: Page,
	wanted: Wanted,
	hasSlots: boolean,
): ApiAnswer {
	const main = {
		...((wanted.has('content') || wanted.has('contentmodel')) && {
			contentmodel: page.contentModel,
		}),
		...(wanted.has('content') && {
			contentformat: contentFormats[page.contentModel],
			content: revision.content,
		}),
	};
	return {
		...(wanted.has('ids') && { revid: revision.id, parentid: revision.parentId }),
		...(wanted.has('flags') && { minor: false }),
		...(wanted.has('user') && {
			user: revision.userName,
			...(revision.userId === null && { anon: true }),
		}),
		...(wanted.has('userid') && { userid: revision.userId ?? 0 }),
		...(wanted.has('timestamp') && { timestamp: formatTime(revision.timestamp) }),
		...(wanted.has('size') && { size: Buffer.byteLength(revision.content) }),
		...(wanted.has('comment') && { comment: revision.comment }),
		...(hasSlots ? { slots: { main } } : main),
	};
}
