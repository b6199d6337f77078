import { describeCommunityForm } from '../journeys/communityForm.ts';
import { describeOnDemo } from '../support/openDemo.ts';

describeOnDemo(
	'the community’s form',
	(prepare) =>
		describeCommunityForm(prepare, (page) =>
			page.getByRole('button', { name: 'Save', exact: true }).click(),
		),
	{ version: '1.45' },
);
