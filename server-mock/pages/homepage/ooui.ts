import { type Html, html } from '../html.ts';

/* OOUI's widgets as its PHP half draws them: what its JavaScript half then takes over. */

export interface ButtonOptions {
	readonly id: string;
	/** `null`: nothing to read, an icon only. */
	readonly label: string | null;
	readonly icon?: string;
	readonly isFramed: boolean;
	readonly isProgressive?: boolean;
	readonly href?: string;
	readonly className?: string;
}

/** `OOUI\ButtonWidget` */
export function buttonWidget(options: ButtonOptions): Html {
	const { id, label, icon, isFramed, isProgressive = false, href, className } = options;
	const classes = [
		className,
		'oo-ui-widget oo-ui-widget-enabled oo-ui-buttonElement',
		`oo-ui-buttonElement-${isFramed ? 'framed' : 'frameless'}`,
		icon === undefined ? undefined : 'oo-ui-iconElement',
		label === null ? undefined : 'oo-ui-labelElement',
		isProgressive ? 'oo-ui-flaggedElement-progressive' : undefined,
		'oo-ui-buttonWidget',
	];
	const flag = isProgressive ? ' oo-ui-image-progressive' : '';
	const iconClass = icon === undefined ? 'oo-ui-iconElement-noIcon' : `oo-ui-icon-${icon}`;
	const link = href === undefined ? null : html` href="${href}"`;
	return html`<span id="${id}" class="${joinClasses(classes)}"><a role="button" tabindex="0"${link} rel="nofollow" class="oo-ui-buttonElement-button"><span class="oo-ui-iconElement-icon ${iconClass}${flag}"></span><span class="oo-ui-labelElement-label">${label}</span><span class="oo-ui-indicatorElement-indicator oo-ui-indicatorElement-noIndicator${flag}"></span></a></span>`;
}

/**
 * `OOUI\IconWidget`
 *
 * @param className A class besides OOUI's.
 */
export function iconWidget(icon: string, className?: string): Html {
	const classes = [
		className,
		`oo-ui-widget oo-ui-widget-enabled oo-ui-iconElement-icon oo-ui-icon-${icon}`,
		'oo-ui-iconElement oo-ui-labelElement-invisible oo-ui-iconWidget',
	];
	return html`<span class="${joinClasses(classes)}"></span>`;
}

function joinClasses(classes: readonly (string | undefined)[]): string {
	return classes.filter((name) => name !== undefined).join(' ');
}
