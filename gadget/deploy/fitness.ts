import { definitionTitle } from './builtPages.ts';
import { readDefinitions } from './definitions.ts';
import type { Site, Wiki } from './wiki.ts';

/** The oldest MediaWiki that the gadget is tried on. */
const oldest = { major: 1, minor: 43 } as const;

/** Why a wiki cannot have the gadget; `null`: as far as can be seen, it can. @throws ApiError */
export async function explainUnfit(site: Site, wiki: Wiki): Promise<string | null> {
	const [major = 0, minor = 0] = site.version.match(/\d+/g)?.map(Number) ?? [];
	if (major < oldest.major || (major === oldest.major && minor < oldest.minor)) {
		return `It runs ${site.version}; the gadget needs MediaWiki ${oldest.major}.${oldest.minor} or later.`;
	}
	if (!site.hasGadgets) {
		return 'It lacks the extension Gadgets, which the gadget needs.';
	}
	return (await readsDefinitions(site, wiki))
		? null
		: `It keeps the definitions of its gadgets as JSON pages ($wgGadgetsRepo), so what ${definitionTitle} says does nothing there. Its operators can set $wgGadgetsRepo to 'json+definition'.`;
}

/** Whether the page of definitions counts: a wiki with JSON pages knows none of those on it. */
async function readsDefinitions({ gadgets }: Site, wiki: Wiki): Promise<boolean> {
	if (gadgets === null) {
		return true;
	}
	const [page] = await wiki.readPages([definitionTitle]);
	const defined = readDefinitions(page?.text ?? '').map(({ name }) => name);
	return defined.length > 0
		? defined.some((name) => gadgets.includes(name))
		: gadgets.length === 0 || (await wiki.listPages('Gadgets/')).length === 0;
}
