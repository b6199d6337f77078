import { demoPeople } from '../people.ts';
import { type Html, html } from './html.ts';
import type { PageRequest } from './view.ts';

/** The demo's own bar: who one is, and everybody one can be, at one click. */
export function renderPeopleBar({ user, session, title, query }: PageRequest): Html {
	const button = (name: string, label: string, about: string) => {
		const isCurrent = name === (user?.name ?? '');
		return html`<button name="name" value="${name}" title="${about}" aria-pressed="${isCurrent ? 'true' : 'false'}">${label}</button>`;
	};
	const parameters = new URLSearchParams(query);
	parameters.set('title', title.text);
	return html`<form class="people-bar" method="post" action="/switch" aria-label="Demo people">
<input type="hidden" name="token" value="${session.loginToken}">
<input type="hidden" name="returnto" value="/index.php?${parameters.toString()}">
<span class="people-bar-label">You are</span>
${demoPeople.map(({ name, about }) => button(name, name, about))}
${button('', 'Logged out', 'nobody in particular')}
</form>`;
}
