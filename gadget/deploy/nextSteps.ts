import { configurationTitle } from './builtPages.ts';
import type { Site } from './wiki.ts';

/** What is left to do on this wiki once the gadget is there, with addresses. */
export function describeNextSteps(
	{ pageAddress, hasGrowthExperiments }: Site,
	isTrial: boolean,
): string[] {
	const newcomers = hasGrowthExperiments ? 'Special:Homepage' : 'Project:Newcomers';
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
