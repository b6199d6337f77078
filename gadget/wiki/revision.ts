/** What a page held when it was saved. */
export interface Revision {
	readonly id: number;
	/** Who saved it; '' where that is hidden. */
	readonly user: string;
	readonly text: string;
}

/** A page in an answer. */
export interface PageAnswer {
	readonly title: string;
	readonly revisions?: ReadonlyArray<{
		readonly revid: number;
		readonly user?: string;
		/** ISO 8601. */
		readonly timestamp?: string;
		readonly slots?: { readonly main?: { readonly content?: string } };
	}>;
	readonly actions?: { readonly edit?: ReadonlyArray<{ readonly code?: string }> };
}

/** What `action=query` with `prop=revisions` gives. */
export interface PagesAnswer {
	readonly query?: {
		readonly pages?: readonly PageAnswer[];
		readonly normalized?: ReadonlyArray<{ readonly from: string; readonly to: string }>;
	};
}

/** A page of the answer by its canonical title, which a wiki may have translated. */
export function findPage({ query }: PagesAnswer, title: string): PageAnswer | undefined {
	const local = query?.normalized?.find(({ from }) => from === title)?.to ?? title;
	return query?.pages?.find((page) => page.title === local);
}

/** The latest one in the answer; `null` where the page is missing. */
export function revisionOf(page: PageAnswer | undefined): Revision | null {
	const revision = page?.revisions?.[0];
	return revision
		? {
				id: revision.revid,
				user: revision.user ?? '',
				text: revision.slots?.main?.content ?? '',
			}
		: null;
}
