import { storedStates } from '../../domain/mentee.ts';
import type { PageVariables } from '../../wiki/page.ts';
import { placeholderSelector } from '../../wiki/selectors.ts';
import type { Sight } from '../host.ts';

/** Mentorship on MediaWiki alone. Whether the placeholder counts, the card decides: few pages have one. */
export function lookAtPlain(): Sight {
	return {
		gadget: 'card',
		place: document.querySelector<HTMLElement>(placeholderSelector),
		storedState: storedStates.enabled,
	};
}

/** Every placeholder on the page: the card stands in each. */
export function findPlaces(): Iterable<HTMLElement> {
	return document.querySelectorAll<HTMLElement>(placeholderSelector);
}

/**
 * Whether a placeholder on the page counts: anybody may put one on any page of their own, so only
 * those count that the community looks after (Project, MediaWiki, Help), and the reader's own; as
 * read, not as previewed, compared or of an earlier time.
 */
export function mayHoldPlace(page: PageVariables): boolean {
	const { wgNamespaceNumber: namespace, wgTitle, wgUserName } = page;
	return (
		page.wgAction === 'view' &&
		page.wgRevisionId === page.wgCurRevisionId &&
		!page.wgDiffNewId &&
		(namespace === 2 ? wgTitle.split('/')[0] === wgUserName : [4, 8, 12].includes(namespace))
	);
}
