import { createMap, type WikiMap } from './map.ts';
import type { PageData } from './pageData.ts';

export interface BrowserUser {
	readonly options: WikiMap;
	readonly tokens: WikiMap;
}

/** `mw.user` as every page has it. */
export function createUser(page: PageData): BrowserUser {
	return { options: createMap(page.options), tokens: createMap(page.tokens) };
}
