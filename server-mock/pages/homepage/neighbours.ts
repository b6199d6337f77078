import { html } from '../html.ts';
import type { HomepageModule } from './module.ts';

/** A module beside the mentor's: enough of it to see that one in its place. Its words are English only. */
function neighbour(name: string, heading: string | null, text: string): HomepageModule {
	const words = html`<p><bdi lang="en" dir="ltr">${text}</bdi></p>`;
	const isLink = heading !== null;
	return { name, heading, isLink, summary: words, body: words, menu: null, footer: null };
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
