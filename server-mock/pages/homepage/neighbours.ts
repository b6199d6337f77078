import { html } from '../html.ts';
import type { HomepageModule } from './module.ts';

/** The modules around the mentor's: enough of them to see it in its place. */

const usual = { menu: null, footer: null, isLink: false, heading: null } as const;

export const startEmail: HomepageModule = {
	...usual,
	name: 'startemail',
	summary: html`<span class="growthexperiments-homepage-startemail-address-wrapper">You have given no email address.</span>`,
	body: html`<span class="growthexperiments-homepage-startemail-address-wrapper">You have given no email address.</span>`,
};

export const startEditing: HomepageModule = {
	...usual,
	name: 'start-startediting',
	heading: 'Begin here',
	summary: html`<p>Find something small to do.</p>`,
	body: html`<p>Find something small to do.</p>`,
};

export const suggestedEdits: HomepageModule = {
	...usual,
	name: 'suggested-edits',
	heading: 'Small things to do',
	isLink: true,
	summary: html`<p>Pages that want a link, a source, or a kind hand.</p>`,
	body: html`<p>Pages that want a link, a source, or a kind hand will be listed here.</p>`,
};

export const impact: HomepageModule = {
	...usual,
	name: 'impact',
	heading: 'What you have done',
	isLink: true,
	summary: html`<p>Your edits, and who reads them.</p>`,
	body: html`<p class="growthexperiments-homepage-impact-no-js-fallback">Your edits, and who reads them.</p>`,
};

export const help: HomepageModule = {
	...usual,
	name: 'help',
	heading: 'Help with editing',
	isLink: true,
	summary: html`<p>How to write, and how to talk to others.</p>`,
	body: html`<ul><li>How to write a good page</li><li>How to add a source</li><li>How to talk to others</li></ul>`,
};
