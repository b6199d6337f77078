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

/** What the module `mediawiki.user` adds. */
export function createUserFacts(config: WikiMap) {
	const getName = () => config.get('wgUserName') as string | null;
	const isTemp = () => config.get('wgUserIsTemp') === true;
	return {
		getName,
		getId: () => (config.get('wgUserId') as number | null) ?? 0,
		isAnon: () => getName() === null,
		isNamed: () => getName() !== null && !isTemp(),
		isTemp,
		getRegistration: () => {
			const time = config.get('wgUserRegistration') as number | null;
			return getName() === null ? false : time === null ? null : new Date(time);
		},
	};
}
