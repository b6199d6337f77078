import { openHomepage } from '../hosts/open.ts';
import style from '../hosts/plain/card.css?inline';
import { bringConfiguration } from '../userscript/configuration.ts';
import { chooseLanguage } from '../userscript/english.ts';
import { createWikiApi } from '../wiki/api.ts';
import { findHomepage } from '../wiki/homepage.ts';
import { log, readPerson } from '../wiki/page.ts';
import {
	addStyle,
	claim,
	isGadgetHere,
	isHomepageNamespace,
	loadModules,
	readLanguages,
	whenMediaWikiIsThere,
} from '../wiki/userscriptPage.ts';

/*
 * The userscript: loader and cards in one file, for one person's browser on any wiki. What the wiki
 * has pages for otherwise, `gadget/userscript/` brings in their place.
 */
async function start(): Promise<void> {
	const person = readPerson();
	const homepage = isHomepageNamespace() ? findHomepage() : null;
	if (!person || !homepage || isGadgetHere() || !claim(homepage.module)) {
		return;
	}
	// 1. What the cards need of MediaWiki, and bring along.
	await loadModules();
	addStyle(style);
	chooseLanguage(readLanguages());
	// 2. What the community has decided.
	await bringConfiguration(createWikiApi(person.name));
	// 3. As the gadget does.
	openHomepage();
}

whenMediaWikiIsThere(() => {
	start().catch(log);
});
