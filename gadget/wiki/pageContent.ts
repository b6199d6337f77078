import { valueAt } from './valueAt.ts';

/** Asks `action=query` for what pages hold, beside their titles. */
export const contentParameters = { prop: 'revisions', rvprop: 'content', rvslots: 'main' };

/** A page in the answer. */
export interface AnsweredPage {
	readonly title: string;
	readonly missing?: boolean;
	readonly revisions?: ReadonlyArray<{
		readonly slots?: { readonly main?: { readonly content?: string } };
	}>;
}

/** What an {@link AnsweredPage} holds; `undefined` where it is missing. */
export function contentOf(page: unknown): string | undefined {
	return valueAt(page, 'revisions', 0, 'slots', 'main', 'content') as string | undefined;
}
