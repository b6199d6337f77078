import { configurationTitle, usualNewcomersPage } from './builtPages.ts';
import type { Site } from './wiki.ts';

/** Where newcomers have their card. */
export function newcomersPageOf({ hasGrowthExperiments }: Site): string {
	return hasGrowthExperiments ? 'Special:Homepage' : usualNewcomersPage;
}

/** What is left to do on this wiki once the gadget is there, with addresses. */
export function describeNextSteps(site: Site, isTrial: boolean): string[] {
	const { pageAddress, hasGrowthExperiments } = site;
	const newcomers = newcomersPageOf(site);
	const form = pageAddress(configurationTitle);
	return [
		'What comes next:',
		...(isTrial
			? [
					`  Try it: ${pageAddress(newcomers)}?withgadget=mentorship; or tick it at ${pageAddress('Special:Preferences')}#mw-prefsection-gadgets`,
				]
			: []),
		...(hasGrowthExperiments
			? [
					`  Turn the rule on, which is off until then: ${form}`,
					`  Mentors are those of the extension: ${pageAddress('Special:ManageMentors')}`,
				]
			: [
					'  Put <div class="mentorship-module" style="min-height: 13em"></div> onto the newcomers’',
					`  page, such as ${pageAddress(newcomers)}`,
					`  Add mentors, and turn the rule on, which is off until then: ${form}`,
				]),
	];
}
