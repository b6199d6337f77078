import { describeMentorsForm } from '../journeys/mentorsForm.ts';
import { hideExtension } from '../support/hideExtension.ts';
import { describeOnDemo } from '../support/openDemo.ts';

for (const version of ['1.43', '1.45'] as const) {
	describeOnDemo('the mentors', (prepare) => describeMentorsForm(prepare, hideExtension), {
		version,
	});
}
