import { describe } from 'vitest';
import { describeCommunityForm } from '../journeys/communityForm.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startDemoWiki } from '../support/demoWiki.ts';

describe('the community’s form on the demo wiki as 1.45', () => {
	describeCommunityForm(
		async () => prepareWiki(await startDemoWiki({ version: '1.45' })),
		(page) => page.getByRole('button', { name: 'Save', exact: true }).click(),
	);
});
