import { html } from '../html.ts';
import type { HomepageModule } from './module.ts';

/** A module beside the mentor's: enough of it to see that one in its place. Its words are English only. */
function neighbour(name: string, heading: string | null, text: string): HomepageModule {
	const english = (words: string) => html`<bdi lang="en" dir="ltr">${words}</bdi>`;
	const body = html`<p>${english(text)}</p>`;
	return {
		...{ name, summary: body, body, menu: null, footer: null },
		heading: heading === null ? null : english(heading),
		isLink: heading !== null,
	};
}

export const startEmail = neighbour('startemail', null, 'Add an email address');

export const startEditing = neighbour(
	'start-startediting',
	'Get started',
	'A few minutes are enough for a first edit.',
);

export const suggestedEdits = neighbour(
	'suggested-edits',
	'Edits to try',
	'Articles that need a link, a source or a second look.',
);

export const impact = neighbour(
	'impact',
	'Your impact',
	'Your edits, and how often they are read.',
);

export const help = neighbour('help', 'Help with editing', 'How to edit, cite and talk to others.');
