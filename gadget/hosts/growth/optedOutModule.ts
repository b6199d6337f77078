import type { GrowthTexts } from '../../wiki/growthTexts.ts';
import { homepageClasses } from '../../wiki/selectors.ts';
import { element } from '../element.ts';

/** The mode of a module that only sums up, on a phone. */
const summaryMode = 'mobile-summary';

/**
 * Makes the opted-out module that the server would draw in place of a mentorship module: its
 * structure and classes, as recorded on MediaWiki 1.43.
 *
 * @param mentorModule The server's module; its mode, its variant and its heading are kept.
 */
export function createOptedOutModule(mentorModule: HTMLElement, texts: GrowthTexts): HTMLElement {
	const { mode = '' } = mentorModule.dataset;
	const header = mentorModule.querySelector(`.${homepageClasses.module}-header`);
	const rename = (name: string) => name.replace(/-mentorship(?= |$)/, '-mentorship-optin');
	const module = element('div', {
		class: rename(mentorModule.className),
		'data-module-name': 'mentorship-optin',
		'data-mode': mode,
		// From 1.46 on.
		...(mentorModule.id && { id: rename(mentorModule.id) }),
	});
	// The wiki's texts are of any length; what cannot be broken is cut.
	Object.assign(module.style, { overflowWrap: 'anywhere', overflowX: 'clip' });
	if (header) {
		const heading = document.importNode(header, true);
		const title = heading.querySelector(`.${homepageClasses.module}-header-text`) || heading;
		title.textContent = texts.header;
		module.append(heading);
	}
	module.append(createBody(mode, texts));
	return module;
}

function createBody(mode: string, texts: GrowthTexts): HTMLElement {
	const section = `${homepageClasses.module}-section`;
	const text =
		mode === summaryMode
			? element('div', { class: `${homepageClasses.module}-text-light` }, texts.text)
			: element('p', {}, texts.text);
	return element(
		'div',
		{ class: `${section} ${section}-body ${homepageClasses.module}-body` },
		text,
		createButton(texts.button),
	);
}

/** As OOUI draws it on the server, so that the extension's script can take hold of it as well. */
function createButton(label: string): HTMLElement {
	const widget = {
		_: 'OO.ui.ButtonWidget',
		rel: ['nofollow'],
		framed: false,
		icon: 'mentor',
		label,
		flags: ['progressive'],
	};
	return element(
		'span',
		{
			id: homepageClasses.optInButton,
			class:
				'oo-ui-widget oo-ui-widget-enabled oo-ui-buttonElement oo-ui-buttonElement-frameless ' +
				'oo-ui-iconElement oo-ui-labelElement oo-ui-flaggedElement-progressive oo-ui-buttonWidget',
			'data-ooui': JSON.stringify(widget),
		},
		element(
			'a',
			{ class: 'oo-ui-buttonElement-button', role: 'button', tabindex: '0', rel: 'nofollow' },
			element('span', {
				class: 'oo-ui-iconElement-icon oo-ui-icon-mentor oo-ui-image-progressive',
			}),
			element('span', { class: 'oo-ui-labelElement-label' }, label),
			element('span', {
				class:
					'oo-ui-indicatorElement-indicator oo-ui-indicatorElement-noIndicator oo-ui-image-progressive',
			}),
		),
	);
}
