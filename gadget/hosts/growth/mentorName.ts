import { homepageClasses } from '../../wiki/selectors.ts';
import { element } from '../element.ts';
import type { NamedMentor } from '../host.ts';

/** The mentor's name as the server's mentor card shows it, until that card itself is there. */
export function createMentorName({ name, userPage }: NamedMentor): HTMLElement {
	const prefix = homepageClasses.mentorship;
	return element(
		'div',
		{ class: `${prefix}-userlink` },
		element(
			'a',
			{ class: `${prefix}-userlink-link`, href: userPage },
			element('span', {
				class:
					'oo-ui-widget oo-ui-widget-enabled oo-ui-iconElement-icon oo-ui-icon-mentor ' +
					'oo-ui-iconElement oo-ui-labelElement-invisible oo-ui-iconWidget',
			}),
			element('span', { class: `${prefix}-username` }, element('bdi', {}, name)),
		),
	);
}
