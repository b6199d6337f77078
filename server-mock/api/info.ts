import type { Page } from '../store/pages.ts';
import type { User } from '../store/users.ts';
import { contentModelOf } from '../wiki/content.ts';
import { editRefusals } from '../wiki/permissions.ts';
import type { Title } from '../wiki/title.ts';
import type { ApiAnswer } from './module.ts';
import type { Parameters } from './parameters.ts';

/** `prop=info` of a page that is not there: what it would be. */
export function missingPageInfo(title: Title): ApiAnswer {
	return { contentmodel: contentModelOf(title) };
}

/** `prop=info` of a page that is there. */
export function pageInfo(page: Page): ApiAnswer {
	return { contentmodel: page.contentModel, lastrevid: page.latest.id };
}

/** What `intestactions` asks: whether, or why not, a person may do something with a page. */
export interface ActionsQuestion {
	readonly isAsked: boolean;
	/** Says why not, instead of only whether. */
	readonly isDetailed: boolean;
}

export function readActionsQuestion(parameters: Parameters): ActionsQuestion {
	const actions = parameters.someOf('intestactions', ['edit']);
	const detail = parameters.oneOf('intestactionsdetail', ['boolean', 'full', 'quick'], 'boolean');
	return { isAsked: actions.has('edit'), isDetailed: detail !== 'boolean' };
}

export function testActions(
	{ isAsked, isDetailed }: ActionsQuestion,
	title: Title,
	user: User | null,
): ApiAnswer {
	if (!isAsked) {
		return {};
	}
	const codes = editRefusals(user, title);
	const reasons = codes.map((code) => ({ code, text: 'You may not edit this page.' }));
	return { actions: { edit: isDetailed ? reasons : codes.length === 0 } };
}
