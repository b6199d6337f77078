import { describeCommunityForm } from '../journeys/communityForm.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startGrowthWiki } from './realWiki.ts';
import { describeWithOwnRule } from './underTest.ts';

describeWithOwnRule('the community’s form', () => {
	describeCommunityForm(
		async () => prepareWiki(await startGrowthWiki()),
		async (page) => {
			const save = { name: 'Save changes' };
			await page.getByRole('button', save).click();
			await page.getByRole('dialog').getByRole('button', save).click();
		},
	);
});
