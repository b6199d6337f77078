import { describe } from 'vitest';
import { describeMentorsForm } from '../journeys/mentorsForm.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startDemoWiki } from '../support/demoWiki.ts';
import { hideExtension } from '../support/hideExtension.ts';

describe.each(['1.43', '1.45'] as const)('the mentors on the demo wiki as %s', (version) => {
	describeMentorsForm(async () => prepareWiki(await startDemoWiki({ version })), hideExtension);
});
