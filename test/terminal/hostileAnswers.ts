import * as fc from 'fast-check';
import { expect } from 'vitest';
import { createRandom } from '../../server-mock/people/population.ts';
import { anyDocument, hostileTexts } from '../support/hostileTexts.ts';

export const origin = 'https://wiki.example';
const elsewhere = 'https://evil.example';
/** In the place of what a wiki echoes: only the deployment knows that it is a secret. */
const echo = 'echo';

const strings = [
	...Object.values(hostileTexts).filter((text) => text.length < 20_000),
	...['\u001b[2J\u001b[H\rPassword: ', '\u001b]52;c;cm0gLXJmIC8=\u0007', '\u009b31m', '\u0000'],
	...['../../../etc/passwd', `${elsewhere}/api.php`, 'a\nb', echo],
];
const names = [
	...['query', 'pages', 'revisions', 'slots', 'main', 'content', 'title', 'errors', 'code', 'text'],
	...['general', 'extensions', 'gadgets', 'tokens', 'logintoken', 'csrftoken', 'login', 'result'],
	...['userinfo', 'rights', 'edit', 'growthmentorlist', 'growthmentormentee', 'users', 'allusers'],
];
const documents = fc.sample(anyDocument(names), { numRuns: 500, seed: 1 });

/** The same sequence each time. */
const random = createRandom(7);
export const oneOf = <Item>(items: readonly Item[]): Item =>
	items[Math.floor(random() * items.length)] ?? expect.fail();
/** How the wiki behaves for a while. */
export const manner = {
	/** The share of its answers that MediaWiki would never give. */
	hostility: 0,
	/** A secret that it echoes. */
	echoed: '',
};
const text = () => {
	const chosen = oneOf(strings);
	return chosen === echo ? manner.echoed : chosen;
};
export const sometimes = <Item>(share: number, one: Item, other: Item) =>
	random() < share ? one : other;

/** What MediaWiki would answer, with hostile texts wherever it has any. */
function plausibleAnswer(titles: readonly string[]): object {
	const account = () => ({
		userid: Math.floor(random() * 99) + 1,
		name: text(),
		editcount: Math.floor(random() * 2000) - 9,
		registration: sometimes(0.5, '2020-01-01T00:00:00Z', text()),
	});
	return {
		query: {
			general: {
				...{ sitename: text(), lang: text(), generator: 'MediaWiki 1.45.0' },
				articlepath: sometimes(0.5, '/wiki/$1', text()),
			},
			extensions: [{ name: 'Gadgets' }, { name: sometimes(0.5, 'GrowthExperiments', text()) }],
			...(random() < 0.1 && { gadgets: [{ id: text() }] }),
			tokens: { logintoken: text(), csrftoken: text() },
			userinfo: { name: text(), rights: [...rights, text()] },
			statistics: { activeusers: 9 },
			allpages: [{ title: `MediaWiki:${text()}` }],
			users: [account(), account()],
			allusers: [account(), account()],
			pages: titles.map((title) => ({
				title,
				lastrevid: 7,
				actions: { edit: sometimes(0.01, [{ text: text() }], []) },
				// Some are there, at each time of asking.
				...(title.length % 3 > 0 && {
					revisions: [{ revid: 7, comment: text(), slots: { main: { content: text() } } }],
				}),
			})),
		},
		growthmentorlist: { 6: { username: text() }, 7: { username: text() } },
		growthmentormentee: { mentees: [{ id: 4, name: text() }] },
		login: { result: sometimes(0.9, 'Success', text()), reason: { text: text() } },
		edit: { result: sometimes(0.95, 'Success', text()), oldrevid: 7, newrevid: 8, info: text() },
	};
}
const rights = [
	...['edit', 'createpage', 'editinterface', 'editsitejson', 'editsitecss', 'editsitejs'],
	...['delete', 'bot'],
];

export function hostileAnswer(url: URL, body: string): Response {
	const headers = { 'Content-Type': 'application/json', 'Retry-After': oneOf(['0', '1', 'x']) };
	const json = (value: unknown) => new Response(JSON.stringify(value), { headers });
	const titles = new URLSearchParams(url.search || body).get('titles')?.split('|') ?? [];
	if (random() >= manner.hostility) {
		return json(plausibleAnswer(titles));
	}
	const dice = random();
	if (dice < 0.4) {
		return json({
			errors: [{ code: sometimes(0.5, 'abusefilter-warning', text()), text: text() }],
		});
	}
	if (dice < 0.6) {
		return json(oneOf(documents));
	}
	if (dice < 0.8) {
		const address = sometimes(0.5, `${elsewhere}/api.php`, `//evil.example${url.pathname}`);
		return new Response(null, { status: 302, headers: { Location: address } });
	}
	const page = `<link rel="EditURI" href="${sometimes(0.3, `${elsewhere}/api.php`, '/w/api.php')}">`;
	return new Response(page + text(), { status: oneOf([200, 200, 401, 403, 500, 503]) });
}
