import {
	extensionPageTitle,
	type Thresholds,
	thresholdsKey,
} from '../../gadget/domain/thresholds.ts';
import { csrfTokenOf } from '../http/session.ts';
import { growthConfiguration } from '../wiki/growthThresholds.ts';
import { pagePath } from '../wiki/title.ts';
import { type Html, html } from './html.ts';
import { type PageRequest, type PageView, pageView } from './view.ts';

const formTitle = 'Special:CommunityConfiguration/Mentorship';

/** Whether a request is about the community's form. */
export function isCommunityForm({ title }: Pick<PageRequest, 'title'>): boolean {
	return title.text.toLowerCase() === formTitle.toLowerCase();
}

/**
 * Special:CommunityConfiguration/Mentorship: the community's own form. It has the thresholds from
 * MediaWiki 1.45 on.
 */
export function renderCommunityConfiguration(request: PageRequest): PageView {
	if (!isCommunityForm(request)) {
		return pageView({
			heading: 'Community configuration',
			content: html`<ul><li><a href="${pagePath(formTitle)}">Mentorship</a></li></ul>`,
		});
	}
	const data = shownConfiguration(request);
	return pageView({
		heading: 'Mentorship: community configuration',
		content: renderForm(request, data),
		styles: ['codex/codex.style.css'],
		config: { communityConfigurationData: { providerId: 'Mentorship', data } },
	});
}

function shownConfiguration({ store, mediaWiki }: PageRequest): Record<string, unknown> {
	const { [thresholdsKey]: thresholds, ...others } = growthConfiguration(store);
	return mediaWiki.hasThresholds ? { ...others, [thresholdsKey]: thresholds } : others;
}

function renderForm({ session }: PageRequest, data: Record<string, unknown>): Html {
	const thresholds = data[thresholdsKey] as Thresholds | undefined;
	return html`<div id="ext-communityConfiguration-app-root"><form class="edit-form" method="post" action="${pagePath(formTitle, { action: 'submit' })}">
		<input type="hidden" name="wpEditToken" value="${csrfTokenOf(session)}">
		${renderCheckbox('GEMentorshipEnabled', 'There are mentors', data.GEMentorshipEnabled)}
		${renderNumber('GEMentorshipMinimumEditcount', 'Edits that a mentor must have', data.GEMentorshipMinimumEditcount)}
		${thresholds === undefined ? null : renderThresholds(thresholds)}
		<button class="cdx-button cdx-button--action-progressive cdx-button--weight-primary">Save</button>
	</form></div>`;
}

function renderThresholds({ enabled, minEditcount, minTenureInDays }: Thresholds): Html {
	// Each is in an element of this id, as the extension has them.
	const field = (name: keyof Thresholds, control: Html) =>
		html`<div class="cdx-field" id="${thresholdsKey}.${name}">${control}</div>`;
	return html`${field('enabled', renderCheckbox('enabled', 'Opt out experienced users from mentorship', enabled))}
		${field('minEditcount', renderNumber('minEditcount', 'Number of edits', minEditcount))}
		${field('minTenureInDays', renderNumber('minTenureInDays', 'Account age (in days)', minTenureInDays))}`;
}

function renderCheckbox(name: string, label: string, value: unknown): Html {
	const checked = value === true ? html` checked` : null;
	return html`<div class="cdx-checkbox"><div class="cdx-checkbox__wrapper">
		<input class="cdx-checkbox__input" type="checkbox" id="${name}" name="${name}"${checked}>
		<span class="cdx-checkbox__icon"></span>
		<div class="cdx-checkbox__label cdx-label"><label class="cdx-label__label" for="${name}">
			<span class="cdx-label__label__text">${label}</span></label></div>
	</div></div>`;
}

function renderNumber(name: string, label: string, value: unknown): Html {
	return html`<div class="cdx-label"><label class="cdx-label__label" for="${name}">
		<span class="cdx-label__label__text">${label}</span></label></div>
		<div class="cdx-text-input">
			<input class="cdx-text-input__input" type="number" min="0" id="${name}" name="${name}" value="${String(value)}">
		</div>`;
}

/** What the form saves: every key of the page, also those that were not changed. */
export function communityPage(request: PageRequest, form: URLSearchParams) {
	const data = shownConfiguration(request);
	const numberOf = (name: string) => Number(form.get(name));
	const content = {
		...data,
		GEMentorshipEnabled: form.has('GEMentorshipEnabled'),
		GEMentorshipMinimumEditcount: numberOf('GEMentorshipMinimumEditcount'),
		...(thresholdsKey in data && {
			[thresholdsKey]: {
				enabled: form.has('enabled'),
				minEditcount: numberOf('minEditcount'),
				minTenureInDays: numberOf('minTenureInDays'),
			},
		}),
	};
	return { title: extensionPageTitle, text: JSON.stringify(content) };
}
