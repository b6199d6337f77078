import { cleanup } from '@testing-library/preact';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import english from '../../gadget/i18n/en.json';
import { layTexts } from '../../gadget/wiki/messages.ts';
import { createMap } from '../../public/mw/map.ts';
import { createClientMessages } from '../../public/mw/messages.ts';
import { createUtil } from '../../public/mw/util.ts';
import { closeForms } from '../settings/harness.ts';
import { storageOfMediaWiki } from '../support/browserStorage.ts';
import { hostileTexts } from '../support/hostileTexts.ts';
import { hostilePlaces } from './places.tsx';

/* Each text in each place; `test/deep/hostile.test.ts` tries the worst of them in a browser. */

let tried = 0;

beforeEach(() => {
	const config = createMap({
		wgArticlePath: '/index.php/$1',
		wgContentLanguage: 'en',
		wgDBname: 'wiki',
		wgScript: '/index.php',
		wgUserLanguage: 'en',
	});
	const messages = createMap({});
	vi.stubGlobal('mw', {
		config,
		messages,
		language: { getFallbackLanguageChain: () => ['en'] },
		log: { warn: vi.fn() },
		storage: storageOfMediaWiki,
		user: { options: createMap({}) },
		requestIdleCallback: (work: () => void) => work(),
		util: createUtil(config),
		...createClientMessages(messages, 'en', () => true),
	});
	layTexts(english);
});
afterEach(() => {
	cleanup();
	closeForms();
	document.body.replaceChildren();
});
afterAll(() => {
	const texts = Object.keys(hostileTexts).length;
	console.log(
		`Hostile: ${texts} texts x ${hostilePlaces.length} places, ${tried} combinations drawn`,
	);
});

/** What a browser would take for more than a text. */
const live =
	'script, img, iframe, svg[onload], [onerror], [onmouseover], [srcdoc], [href^="javascript" i]';

describe.each(hostilePlaces)('$name', ({ draw, isVerbatim }) => {
	test.each(Object.entries(hostileTexts))('%s', async (_what, text) => {
		await draw(text);
		tried += 1;
		expect([...document.querySelectorAll(live)].map(({ outerHTML }) => outerHTML)).toEqual([]);
		expect(Object(window).ran).toBeUndefined();
		// Of half a character no address can be made: then the card says that the wiki has a problem.
		if (isVerbatim && Buffer.from(text).toString() === text) {
			expect(document.body.textContent?.includes(text)).toBe(true);
		}
	});
});
