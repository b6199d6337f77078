import type { BrowserContext } from 'playwright';
import { describe } from 'vitest';
import { describeMentorsForm } from '../journeys/mentorsForm.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startDemoWiki } from '../support/demoWiki.ts';

/** The demo has GrowthExperiments on every page but those with a card of its own. */
async function hideExtension(context: BrowserContext): Promise<void> {
	await context.route(/Gadget-mentorship\.json$/, async (route) => {
		const response = await route.fetch();
		const body = (await response.text()).replaceAll('ext.growthExperiments.', 'ext.other.');
		await route.fulfill({ response, body });
	});
}

describe.each(['1.43', '1.45'] as const)('the mentors on the demo wiki as %s', (version) => {
	describeMentorsForm(async () => prepareWiki(await startDemoWiki({ version })), hideExtension);
});
