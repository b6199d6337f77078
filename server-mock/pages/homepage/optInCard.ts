import { html } from '../html.ts';
import type { PageRequest } from '../view.ts';
import type { HomepageModule } from './module.ts';
import { buttonWidget } from './ooui.ts';

/** The module `mentorship-optin`: a person has opted out, and can get a mentor. */
export function optInCard({ messages, language }: PageRequest): HomepageModule {
	const text = (key: string) =>
		messages.text(language, `growthexperiments-homepage-mentorship-optin-${key}`);
	const button = buttonWidget({
		id: 'mw-ge-homepage-mentorship-optin',
		label: text('button'),
		icon: 'mentor',
		isFramed: false,
		isProgressive: true,
	});
	return {
		name: 'mentorship-optin',
		heading: text('header'),
		isLink: false,
		menu: null,
		summary: html`<div class="growthexperiments-homepage-module-text-light">${text('text')}</div>${button}`,
		body: html`<p>${text('text')}</p>\n${button}`,
		footer: null,
	};
}
