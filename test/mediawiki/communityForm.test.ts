import { describeCommunityForm } from '../journeys/communityForm.ts';
import { describeWithOwnRule } from './underTest.ts';

describeWithOwnRule('the community’s form', (prepare) =>
	describeCommunityForm(prepare, async (page) => {
		const save = { name: 'Save changes' };
		await page.getByRole('button', save).click();
		await page.getByRole('dialog').getByRole('button', save).click();
	}),
);
