import type { MediaWiki } from '../../wiki/site.ts';
import { pagePath } from '../../wiki/title.ts';
import { type Html, html, trustedHtml } from '../html.ts';
import { iconWidget } from './ooui.ts';

/** How a module of Special:Homepage is drawn. */
export type Mode = 'desktop' | 'mobile-summary' | 'mobile-details' | 'mobile-overlay';

/** A module's parts; structure and class names are those recorded from GrowthExperiments. */
export interface HomepageModule {
	readonly name: string;
	/** `null`: it has no header. */
	readonly heading: Html | string | null;
	/** The whole page's line, on a phone. */
	readonly summary: Html;
	readonly body: Html;
	readonly footer: Html | null;
	/** Beside the heading, on a computer. */
	readonly menu: Html | null;
	/** On a phone the whole summary is a link to the details. */
	readonly isLink: boolean;
}

const base = 'growthexperiments-homepage-module';

/** Draws a module. The test variant is always `control`. */
export function renderModule(module: HomepageModule, mode: Mode, { isFrom146 }: MediaWiki): Html {
	const { name } = module;
	const id = isFrom146 ? html` id="${base}-${name}"` : null;
	const sections = mode === 'mobile-summary' ? summarySections(module) : fullSections(module, mode);
	const drawn = html`<div${id} class="${base} ${base}-${name} ${base}-${mode} ${base}-user-variant-control" data-module-name="${name}" data-mode="${mode}">${sections}</div>`;
	return mode === 'mobile-summary' && module.isLink
		? html`<a href="${pagePath(`Special:Homepage/${name}`)}" data-overlay-route="/homepage/${name}">${drawn}</a>`
		: drawn;
}

function summarySections({ heading, summary }: HomepageModule): Html {
	const icon = iconWidget('arrowNext', `${base}-header-nav-icon`);
	return html`${header(heading, null, icon)}\n${section('body', summary)}`;
}

function fullSections({ heading, menu, body, footer }: HomepageModule, mode: Mode): Html {
	const back =
		mode === 'mobile-details'
			? html`<a href="${pagePath('Special:Homepage')}">${iconWidget('arrowPrevious', `${base}-header-back-icon`)}</a>`
			: null;
	// In the overlay its own bar has the heading.
	const top = mode === 'mobile-overlay' ? null : header(heading, back, null);
	const beside =
		top !== null && menu !== null && mode === 'desktop'
			? html`<div class="growthexperiments-homepage-mentorship-header-wrapper">${top}\n${menu}</div>`
			: top;
	return html`${beside}\n${section('body', body)}\n${footer === null ? null : section('footer', footer)}`;
}

function header(text: Html | string | null, before: Html | null, after: Html | null): Html | null {
	return text === null
		? null
		: section(
				'header',
				html`${before}<div class="${base}-header-text">${text}</div>${after}`,
				'h2',
			);
}

function section(name: string, content: Html, tag = 'div'): Html {
	const element = trustedHtml(tag);
	return html`<${element} class="${base}-section ${base}-section-${name} ${base}-${name}">${content}</${element}>`;
}
