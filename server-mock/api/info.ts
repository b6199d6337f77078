import { contentModelOf } from '../content.ts';
import type { Page } from '../store/pages.ts';
import type { Title } from '../title.ts';
import type { Answer } from './module.ts';
import { formatTime } from './time.ts';

/** `prop=info` of a page that is not there: what it would be. */
export function missingPageInfo(title: Title): Answer {
	return { contentmodel: contentModelOf(title), ...language };
}

const language = { pagelanguage: 'en', pagelanguagehtmlcode: 'en', pagelanguagedir: 'ltr' };

/** `prop=info` of a page that is there. */
export function pageInfo(page: Page): Answer {
	const isFirst = page.latest.parentId === 0;
	return {
		contentmodel: page.contentModel,
		...language,
		touched: formatTime(page.latest.timestamp),
		lastrevid: page.latest.id,
		length: Buffer.byteLength(page.latest.content),
		...(isFirst && { new: true }),
	};
}
