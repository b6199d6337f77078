import { expect, test } from 'vitest';
import { settle } from '../support/settle.ts';
import { homepage, moduleOn } from './growthHomepage.ts';
import { elsewhere, namedMentor, stageGrowth, untouched } from './growthStage.ts';
import { listConsole } from './requests.ts';
import type { Prepare } from './stage.ts';
import { people } from './visitor.ts';

const error = (code: string) => ({ errors: [{ code, text: 'Refused.' }] });
const warning = (text: string) => ({
	options: 'success',
	warnings: [{ code: 'warning', module: 'options', text }],
});

/** What a wiki answers for ever to an action. */
const refusals: ReadonlyArray<{ what: string; action: string; answer: object }> = [
	{ what: 'the option is full', action: 'options', answer: warning('Value is too long.') },
	{ what: 'there are too many options', action: 'options', answer: warning('Too many options.') },
	{ what: 'a person is blocked', action: 'growthsetmenteestatus', answer: error('blocked') },
	{
		what: 'a right is missing',
		action: 'growthsetmenteestatus',
		answer: error('permissiondenied'),
	},
];

/** What the wiki refuses and will refuse again. */
export function describeGrowthRefused(prepare: Prepare): void {
	const stage = stageGrowth(prepare);
	const cases = refusals.flatMap((refusal) =>
		[homepage, elsewhere].map((title) => ({ ...refusal, title })),
	);

	test.each(cases)(
		'where $what, nobody loses a mentor on $title, and one line says why',
		async ({ action, answer, title }) => {
			const visitor = await stage.enroll(people.experienced);
			let lines: readonly string[] = [];
			let refused = 0;
			const page = await visitor.open(title, {}, async (tab) => {
				lines = listConsole(tab, (line) => line.text().includes('mentorship'));
				await tab.route('**/api.php*', async (route) => {
					if (!route.request().postData()?.includes(`action=${action}`)) {
						return route.continue();
					}
					refused += 1;
					await route.fulfill({ json: answer });
				});
			});
			await settle(page);
			expect(refused).toBeGreaterThan(0);
			if (title === homepage) {
				// The server's card is back.
				const { mentor, mentorName, optedOut } = moduleOn(page);
				await mentor.waitFor();
				expect(await mentorName.innerText()).toBe(namedMentor);
				expect(await optedOut.count()).toBe(0);
			}
			expect(lines).toHaveLength(1);
			expect(await stage.standingOf(visitor)).toMatchObject(untouched);
		},
	);
}
