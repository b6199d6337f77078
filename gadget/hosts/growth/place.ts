import { readOption, readPage } from '../../wiki/page.ts';
import { growthModuleSelector } from '../../wiki/selectors.ts';
import type { Sight } from '../host.ts';
import { isExplicitly, readState, stateOption } from './state.ts';

/**
 * Mentorship of GrowthExperiments, where the wiki keeps state and mentor.
 *
 * @param hasOwnRule The wiki knows state 50.
 */
export function lookAtGrowth(hasOwnRule: boolean): Sight {
	const state = readOption(stateOption);
	return {
		gadget: 'growth',
		// Whatever looks like a module elsewhere is somebody's wikitext.
		place:
			readPage().wgCanonicalSpecialPageName === 'Homepage'
				? document.querySelector<HTMLElement>(growthModuleSelector)
				: null,
		state: readState(state, hasOwnRule),
		isExplicit: isExplicitly(state),
	};
}
