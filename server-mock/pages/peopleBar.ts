import { readdirSync } from 'node:fs';
import { demoPeople } from '../people/people.ts';
import { type Html, html } from './html.ts';
import type { PageRequest } from './view.ts';

/** The languages that the gadget is translated into, in their own words. */
const languages: ReadonlyArray<readonly [code: string, name: string]> = readdirSync('gadget/i18n')
	.flatMap((file) => /^(?!qqq\.)(.+)\.json$/.exec(file)?.[1] ?? [])
	.map((code) => [code, nameOf(code)]);

function nameOf(code: string): string {
	try {
		return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
	} catch {
		// MediaWiki has codes that are none of BCP 47.
		return code;
	}
}

/** The demo's own bar: who one is, and everybody one can be, at one click; and in which language. */
export function renderPeopleBar(request: PageRequest): Html {
	const { user, session, title, query } = request;
	const button = (name: string, label: string, about: string) => {
		const isCurrent = name === (user?.name ?? '');
		return html`<button name="name" value="${name}" title="${about}" aria-pressed="${isCurrent ? 'true' : 'false'}">${label}</button>`;
	};
	const parameters = new URLSearchParams(query);
	parameters.set('title', title.text);
	const languageButtons = languages.map(
		([code, name]) =>
			html`<button name="language" value="${code}" lang="${code}" aria-pressed="${code === request.language ? 'true' : 'false'}">${name}</button>`,
	);
	return html`<form class="people-bar" method="post" action="/switch" aria-label="Demo people">
<input type="hidden" name="token" value="${session.loginToken}">
<input type="hidden" name="returnto" value="/index.php?${parameters.toString()}">
<span class="people-bar-label">You are</span>
${demoPeople.map(({ name, about }) => button(name, name, about))}
${button('', 'Logged out', 'nobody in particular')}
<span class="people-bar-label">in</span>
${languageButtons}
</form>`;
}
