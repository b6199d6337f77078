import { describe, expect, test } from 'vitest';
import english from '../../gadget/i18n/en.json';
import { askOnCard, cardOn, mentorOnCard } from '../journeys/card.ts';
import { people, type Visitor } from '../journeys/visitor.ts';
import { openDemo } from '../support/openDemo.ts';

describe('the wiki refuses', () => {
	const demo = openDemo();

	/** A person who opted out by hand, and has a choice to keep. */
	const arrive = (): Promise<Visitor> =>
		demo.arrive(people.newcomer, { memory: { state: 'optedOut', mentor: demo.mentor('Mentor3') } });

	const refusal = (code: string) => ({ errors: [{ code, text: `The wiki says: ${code}.` }] });

	// What every wiki may answer is in `test/deep/faultMatrix`.
	test.each([
		[
			'an unknown code',
			refusal('hookaborted'),
			'The wiki did not allow this: The wiki says: hookaborted.',
		],
		[
			'an option that is too long',
			{ options: 'success', warnings: [{ module: 'options', code: 'x', text: 'Not saved.' }] },
			english['failure-option-full'],
		],
	])(
		'with %s: the person is told, keeps their choice, and goes on',
		async (_what, answer, sentence) => {
			const page = await (await arrive()).open();
			const isSaving = (body: string | null) => body?.includes('action=options') ?? false;
			await page.route('**/api.php', (route) =>
				isSaving(route.request().postData()) ? route.fulfill({ json: answer }) : route.continue(),
			);
			await askOnCard(page, 'Another mentor');
			const card = cardOn(page);
			await card.alert.waitFor();
			expect(await card.alert.innerText()).toBe(sentence);
			expect(await card.dialog.getByRole('radio', { name: 'Another mentor' }).isChecked()).toBe(
				true,
			);
			await page.unroute('**/api.php');
			await card.confirm.click();
			expect(await mentorOnCard(page)).toMatch(/^Mentor[12]$/);
		},
	);

	test('after Escape was pressed until the browser closed the busy dialog: it is told all the same', async () => {
		const page = await (await arrive()).open();
		let refuse = (): void => undefined;
		const refused = new Promise<void>((resolve) => {
			refuse = resolve;
		});
		await page.route('**/api.php', async (route) => {
			await refused;
			await route.fulfill({ json: refusal('readonly') });
		});
		await askOnCard(page, 'Another mentor');
		const card = cardOn(page);
		for (let presses = 0; presses < 4; presses++) {
			await page.keyboard.press('Escape');
		}
		refuse();
		await card.alert.waitFor();
		expect(await card.alert.innerText()).toBe(english['failure-readonly']);
		await page.unroute('**/api.php');
		await card.confirm.click();
		await card.mentor.waitFor();
	});

	test('because a person logged out meanwhile: they are told, and nothing is written', async () => {
		const visitor = await arrive();
		const page = await visitor.open();
		await cardOn(page).getMentor.waitFor();
		await visitor.context.clearCookies();
		await askOnCard(page, 'Another mentor');
		await cardOn(page).alert.waitFor();
		expect(await cardOn(page).alert.innerText()).toBe(english['failure-assertnameduserfailed']);
		expect(await visitor.readMemory()).toMatchObject({ state: 'optedOut' });
	});

	test('because no mentor is there: what was asked for is done at the next visit', async () => {
		const visitor = await arrive();
		await demo.setMentors({});
		const page = await visitor.open();
		await askOnCard(page, 'Another mentor');
		await cardOn(page).alert.waitFor();
		expect(await cardOn(page).alert.innerText()).toBe(english['failure-no-mentor']);
		await demo.setMentors();
		expect(await mentorOnCard(await visitor.open())).toMatch(/^Mentor[12]$/);
	});
});
