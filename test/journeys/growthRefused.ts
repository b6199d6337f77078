import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { settle } from '../support/settle.ts';
import { moduleOn } from './growthHomepage.ts';
import { elsewhere, homepage, namedMentor, people, stageGrowth } from './growthStage.ts';
import type { PreparedWiki } from './preparedWiki.ts';
import { pageAddress, type Visitor } from './visitor.ts';

const error = (code: string) => ({ errors: [{ code, text: 'Refused.' }] });
const warning = (text: string) => ({
	options: 'success',
	warnings: [{ code: 'warning', module: 'options', text }],
});

/** What a wiki answers for ever: an action, and the answer. */
const refusals: ReadonlyArray<[string, string, object]> = [
	['the option is full', 'options', warning('Value is too long.')],
	['there are too many options', 'options', warning('Too many userjs options.')],
	['a person is blocked', 'growthsetmenteestatus', error('blocked')],
	['a right is missing', 'growthsetmenteestatus', error('permissiondenied')],
];

/** What the wiki refuses and will refuse again. */
export function describeGrowthRefused(prepare: () => Promise<PreparedWiki>): void {
	const stage = stageGrowth(prepare);

	async function openRefused(visitor: Visitor, title: string, action: string, answer: object) {
		const page = await visitor.context.newPage();
		const lines: string[] = [];
		page.on('console', (message) => {
			if (message.text().includes('mentorship')) {
				lines.push(message.text());
			}
		});
		let refused = 0;
		await page.route('**/api.php*', async (route) => {
			if (!route.request().postData()?.includes(`action=${action}`)) {
				return route.continue();
			}
			refused += 1;
			await route.fulfill({ json: answer });
		});
		await page.goto(pageAddress(stage.wiki, title, {}));
		await settle(page);
		expect(refused).toBeGreaterThan(0);
		return { page, lines };
	}

	test.each(refusals)(
		'where %s, the server’s card is back, and one line says why',
		async (_what, action, answer) => {
			const visitor = await stage.enroll(people.experienced);
			const { page, lines } = await openRefused(visitor, homepage, action, answer);
			await expectServersCard(page);
			expect(lines).toHaveLength(1);
			expect(await stage.standingOf(visitor)).toMatchObject({ mentor: namedMentor, state: 1 });
		},
	);

	test.each(refusals)(
		'where %s, nobody loses a mentor elsewhere',
		async (_what, action, answer) => {
			const visitor = await stage.enroll(people.experienced);
			const { lines } = await openRefused(visitor, elsewhere, action, answer);
			expect(lines).toHaveLength(1);
			expect(await stage.standingOf(visitor)).toMatchObject({ mentor: namedMentor, state: 1 });
		},
	);

	async function expectServersCard(page: Page): Promise<void> {
		const { mentor, mentorName, optedOut } = moduleOn(page);
		await mentor.waitFor();
		expect(await mentorName.innerText()).toBe(namedMentor);
		expect(await optedOut.count()).toBe(0);
	}
}
