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
	return [
		'What comes next:',
		...(isTrial
			? [
					`  Try it: ${pageAddress(newcomers)}?withgadget=mentorship; or tick it at ${pageAddress('Special:Preferences')}#mw-prefsection-gadgets`,
				]
			: []),
		`  Turn the rule on, which is off until then: ${pageAddress(configurationTitle)}`,
		...(hasGrowthExperiments
			? [`  Mentors are those of the extension: ${pageAddress('Special:ManageMentors')}`]
			: [
					`  List the mentors: ${pageAddress('MediaWiki:GrowthMentors.json')}`,
					'  Put <div class="mentorship-module"></div> onto the newcomers’ page, such as',
					`  ${pageAddress(newcomers)}`,
				]),
	];
}
