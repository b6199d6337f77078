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

/** Whether `intestactions` asks why a person may not edit a page. */
export function readActionsQuestion(parameters: Parameters): boolean {
	const isAsked = parameters.someOf('intestactions', ['edit']).has('edit');
	if (isAsked) {
		parameters.oneOf('intestactionsdetail', ['full']);
	}
	return isAsked;
}

/** Why a person may not edit a page; empty where they may. */
export function testActions(title: Title, user: User | null): ApiAnswer {
	const codes = editRefusals(user, title);
	return {
		actions: { edit: codes.map((code) => ({ code, text: 'You may not edit this page.' })) },
	};
}
