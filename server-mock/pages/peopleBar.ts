import { listLanguages } from '../../gadget/build/languagePages.ts';
import { demoPeople, describePerson } from '../people/people.ts';
import { type Html, html } from './html.ts';
import type { PageRequest } from './view.ts';

/** The languages that the gadget speaks, in their own words. */
const languages = new Map(['en', ...listLanguages()].map((code) => [code, nameOf(code)]));

function nameOf(code: string): string {
	try {
		return new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
	} catch {
		// MediaWiki has codes that BCP 47 does not, such as zh-classical.
		return code;
	}
}

/** The demo's own bar: who you are, and all the people you can be, at one click; and the language. */
export function renderPeopleBar(request: PageRequest): Html {
	const { user, session, title, query, language } = request;
	const current = demoPeople.find(({ name }) => name === user?.name);
	const languageName = languages.get(language) ?? language;
	const parameters = new URLSearchParams(query);
	parameters.set('title', title.text);
	const person = (name: string, label: string, facts: string) =>
		html`<button name="name" value="${name}" title="${facts}" aria-label="${facts}" aria-pressed="${name === (user?.name ?? '') ? 'true' : 'false'}">${label}</button>`;
	const languageButtons = [...languages].map(
		([code, name]) =>
			html`<button name="language" value="${code}" lang="${code}" aria-pressed="${code === language ? 'true' : 'false'}">${name}</button>`,
	);
	return html`<form class="people-bar" method="post" action="/switch" aria-label="Demo people" lang="en" dir="ltr">
<input type="hidden" name="token" value="${session.loginToken}">
<input type="hidden" name="returnto" value="/index.php?${parameters.toString()}">
<span class="people-bar-label">You are <b>${user?.name ?? 'logged out'}</b>${current === undefined ? null : ` (${describePerson(current)})`}</span>
<span class="people-bar-people">${demoPeople.map((one) => person(one.name, one.name.replace(/ .*/, ''), `${one.name}, ${describePerson(one)}`))}${person('', 'Logged out', 'Logged out')}</span>
<details class="people-bar-languages"><summary aria-label="Language: ${languageName}">${languageName}</summary><div>${languageButtons}</div></details>
<button class="people-bar-reset" name="reset" value="1" title="Puts everything back as it was at first">Start over</button>
</form>`;
}
