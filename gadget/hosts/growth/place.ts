import { stateOption } from '../../wiki/growthState.ts';
import { readOption, readPageVariables } from '../../wiki/page.ts';
import { growthModuleSelector } from '../../wiki/selectors.ts';
import type { Sight } from '../host.ts';

/** Mentorship of GrowthExperiments, where the wiki keeps state and mentor. */
export function lookAtGrowth(): Sight {
	return {
		gadget: 'growth',
		// Elsewhere, what looks like a module is wikitext.
		place:
			readPageVariables().wgCanonicalSpecialPageName === 'Homepage'
				? document.querySelector<HTMLElement>(growthModuleSelector)
				: null,
		storedState: Number(readOption(stateOption)),
	};
}
