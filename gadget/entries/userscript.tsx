import { emptyMemory, hasAsked, memoryOption, readMemory } from '../domain/memory.ts';
import { readThresholds } from '../domain/thresholds.ts';
import { look } from '../hosts/index.ts';
import { open } from '../hosts/open.ts';
import style from '../hosts/plain/card.css?inline';
import english from '../i18n/en.json';
import { bringConfiguration, readGadgetPage } from '../userscript/configuration.ts';
import { chooseLanguage } from '../userscript/english.ts';
import { createTrial } from '../userscript/trial.tsx';
import { createWikiApi } from '../wiki/api.ts';
import { layTexts, text } from '../wiki/messages.ts';
import { isFramed, log, readOption, readPerson, readWiki, whenReady } from '../wiki/page.ts';
import {
	addStyle,
	addToolLink,
	claimPage,
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
	if (!person || isFramed() || !isHomepageNamespace() || isGadgetHere() || !claimPage()) {
		return;
	}
	// 1. What the cards need of MediaWiki, and bring along.
	await loadModules();
	addStyle(style);
	chooseLanguage(readLanguages());
	// 2. What the community has decided.
	await bringConfiguration(createWikiApi(person.name));
	// 3. A look at the rule, also with other numbers.
	const thresholds = readThresholds(readGadgetPage());
	layTexts(english);
	const openTrial = createTrial({
		person,
		hasAsked: hasAsked(readMemory(readOption(memoryOption)) ?? emptyMemory),
		thresholds,
		text,
		language: document.documentElement.lang,
		now: Date.now,
	});
	addToolLink(text(thresholds ? 'userscript-menu' : 'userscript-menu-off'), openTrial);
	// 4. As the gadget does, but on the Homepage only.
	whenReady(() => {
		if (look(readWiki()).place) {
			open();
		}
	});
}

whenMediaWikiIsThere(() => {
	start().catch(log);
});
