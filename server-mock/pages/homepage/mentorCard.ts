import type { User } from '../../store/users.ts';
import { pagePath } from '../../wiki/title.ts';
import { type Html, html } from '../html.ts';
import type { PageRequest } from '../view.ts';
import type { HomepageModule } from './module.ts';
import { buttonWidget, iconWidget } from './ooui.ts';

// In characters; longer introductions are cut.
const longestIntroduction = 240;

const prefix = 'growthexperiments-homepage-mentorship';

/**
 * The module `mentorship`: the mentor a person has.
 *
 * @param introduction What the mentor says of themselves; `null`: nothing.
 */
export function mentorCard(
	request: PageRequest,
	{ user, mentor, introduction }: { user: User; mentor: User; introduction: string | null },
): HomepageModule {
	const text = (key: string, ...values: string[]) =>
		request.messages.text(request.language, `${prefix}-${key}`, ...values);
	const preintro = text('preintro', mentor.name);
	const talk = `User talk:${mentor.name}`;
	const active = html`<span class="${prefix}-lastactive">${lastActive(request, mentor, text)}</span>`;
	const edits = new Intl.NumberFormat(`${request.language}-u-nu-latn`).format(mentor.editCount);
	return {
		name: 'mentorship',
		heading: text('header', user.name, mentor.name),
		isLink: true,
		menu: html`<div class="${prefix}-ellipsis">${buttonWidget({ id: 'mw-ge-homepage-mentorship-ellipsis', icon: 'ellipsis', label: null, isFramed: false })}</div>`,
		summary: html`<p>${preintro}</p>\n${userLink(mentor, false)}\n${active}`,
		body: html`<p class="${prefix}-about"><span>${preintro}</span>
<a id="${prefix}-learn-more" href="#">${text('learn-more')}</a></p>
${userLink(mentor, true)}
<div class="${prefix}-mentorinfo"><span class="${prefix}-editcount">${text('mentor-edits', edits)}</span> • ${active}</div>
<div class="${prefix}-intro">${introduction === null ? text('intro', mentor.name, user.name) : `“${introduction.slice(0, longestIntroduction)}”`}</div>
${buttonWidget({ id: 'mw-ge-homepage-mentorship-cta', className: `${prefix}-cta`, label: text('question-button', mentor.name, user.name), isFramed: true, href: pagePath(talk, { action: 'edit', section: 'new' }) })}
<div class="recent-questions-growthexperiments-mentor-questions"></div>`,
		footer: html`<a href="${pagePath(talk)}" data-link-id="mentor-usertalk">${text('mentor-conversations', mentor.name, user.name)}</a>`,
	};
}

function userLink({ name }: User, isLink: boolean): Html {
	const content = html`${iconWidget('mentor')}<span class="${prefix}-username"><bdi dir="ltr">${name}</bdi></span>`;
	return html`<div class="${prefix}-userlink">${
		isLink
			? html`<a href="${pagePath(`User:${name}`)}" data-link-id="mentor-userpage" class="${prefix}-userlink-link">${content}</a>`
			: html`<span>${content}</span>`
	}</div>`;
}

const millisecondsPerDay = 86_400_000;

function lastActive(
	{ store, now }: PageRequest,
	mentor: User,
	text: (key: string, ...values: string[]) => string,
): string {
	const latest = store.pages.contributions(mentor.id, 1)[0]?.timestamp ?? 0;
	const dayOf = (time: number) => Math.floor(time / millisecondsPerDay);
	switch (dayOf(now) - dayOf(latest)) {
		case 0:
			return text('mentor-active-today', mentor.name);
		case 1:
			return text('mentor-active-yesterday', mentor.name);
		default:
			return text('mentor-active-days-ago', mentor.name, String(dayOf(now - latest)));
	}
}
