import jQuery from 'jquery';
import type { LateWork } from '../gadget/wiki/userscriptPage.ts';
import { fallbackLanguages } from '../server-mock/wiki/messages/languages.ts';
import { createClientApi } from './mw/api.ts';
import { createHook } from './mw/hook.ts';
import { createLoader } from './mw/loader.ts';
import { createMap } from './mw/map.ts';
import { createClientMessages } from './mw/messages.ts';
import { readPageData } from './mw/pageData.ts';
import { createStorage } from './mw/storage.ts';
import { createUser } from './mw/user.ts';
import { createUtil } from './mw/util.ts';

/*
 * The demo wiki's substitute for MediaWiki's `mw`: what a gadget uses, no more. Parts that MediaWiki
 * keeps in a module of their own come only with that module, so that a gadget which forgets to
 * depend on it fails here, too.
 */

// 1. What the server says of this page.
const page = readPageData(document);
const config = createMap(page.config);

// 2. What every page has.
const user = createUser(page);
const messages = createMap({});
const hook = createHook();
const loader = createLoader({
	document,
	log: console,
	messages,
	language: page.language,
	registrations: page.modules,
});
const formats = createClientMessages(messages, page.language, () =>
	loader.isReady('mediawiki.jqueryMsg'),
);

/** Safari has no `requestIdleCallback`; as MediaWiki does, what waits for it comes a moment later. */
function requestIdle(work: IdleRequestCallback): void {
	if ('requestIdleCallback' in window) {
		requestIdleCallback(work);
	} else {
		setTimeout(() => work({ didTimeout: false, timeRemaining: () => 50 }), 1);
	}
}

const mw: Record<string, unknown> = {
	config,
	hook,
	loader,
	log: console,
	messages,
	user,
	message: formats.message,
	msg: formats.msg,
	requestIdleCallback: requestIdle,
};

// 3. What comes with a module.
const util = createUtil(config);
loader.provide('jquery', () => undefined);
loader.provide('mediawiki.base', () => undefined);
loader.provide('user.options', () => undefined);
loader.provide('mediawiki.util', () => {
	mw.util = util;
});
loader.provide('mediawiki.storage', () => {
	mw.storage = {
		...createStorage(() => window.localStorage),
		session: createStorage(() => window.sessionStorage),
	};
});
const provideLanguage = () => {
	mw.language = {
		getFallbackLanguageChain: () => [page.language, ...fallbackLanguages(page.language)],
	};
};
loader.provide('mediawiki.language', provideLanguage);
// MediaWiki's depends on it.
loader.provide('mediawiki.jqueryMsg', provideLanguage);
loader.provide('mediawiki.api', () => {
	mw.Api = createClientApi({ jQuery, config, user });
});

// 4. The page may begin.
loader.load(['jquery', 'mediawiki.base', 'user.options']);
Object.assign(window, { $: jQuery, jQuery, mw, mediaWiki: mw });
document.documentElement.classList.replace('client-nojs', 'client-js');
// Two requests, as what a page needs and gadgets mostly come in: either may be first.
loader.load(page.pageModules);
loader.load(page.gadgets);
// Scripts that ran before this one have left word of what they need.
const early: LateWork[] = Array.isArray(window.RLQ) ? window.RLQ : [];
window.RLQ = { push: ([names, work]) => loader.using(names, work) };
for (const work of early) {
	window.RLQ.push(work);
}
jQuery(() => {
	hook('wikipage.content').fire(jQuery('#mw-content-text'));
});
