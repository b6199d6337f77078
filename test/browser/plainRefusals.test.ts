import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import english from '../../gadget/i18n/en.json';
import { mentorList, mentorNamed } from '../journeys/preparedWiki.ts';
import { cardOn, facts, freshName, type Visitor, visit } from '../journeys/visitor.ts';
import { openDemo } from '../support/openDemo.ts';
import { settle } from '../support/settle.ts';

describe('the wiki refuses', () => {
	const demo = openDemo();

	/** A person who opted out by hand, and has a choice to keep. */
	async function arrive(): Promise<Visitor> {
		const person = { name: freshName('Opted out'), ...facts(3, 1) };
		const visitor = await visit(demo.wiki, demo.browser, person);
		const mentor = mentorNamed(demo.prepared, 'Mentor3');
		await visitor.writeMemory({ version: 1, state: 'optedOut', mentor });
		return visitor;
	}

	async function askForAnother(page: Page): Promise<void> {
		const card = cardOn(page);
		await card.getMentor.click();
		await card.dialog.getByRole('radio', { name: 'Another mentor' }).check();
		await card.confirm.click();
	}

	const refusal = (code: string) => ({ errors: [{ code, text: `The wiki says: ${code}.` }] });

	test.each([
		['badtoken', refusal('badtoken'), english['failure-badtoken']],
		['readonly', refusal('readonly'), english['failure-readonly']],
		['ratelimited', refusal('ratelimited'), english['failure-ratelimited']],
		['blocked', refusal('blocked'), english['failure-blocked']],
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
			await askForAnother(page);
			const card = cardOn(page);
			await card.alert.waitFor();
			expect(await card.alert.innerText()).toBe(sentence);
			expect(await card.dialog.getByRole('radio', { name: 'Another mentor' }).isChecked()).toBe(
				true,
			);
			await page.unroute('**/api.php');
			await card.confirm.click();
			await card.mentor.waitFor();
			expect(await card.mentorName.innerText()).toMatch(/^Mentor[12]$/);
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
		await askForAnother(page);
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
		await askForAnother(page);
		await cardOn(page).alert.waitFor();
		expect(await cardOn(page).alert.innerText()).toBe(english['failure-assertnameduserfailed']);
		expect(await visitor.readMemory()).toMatchObject({ state: 'optedOut' });
	});

	test('because no mentor is there: what was asked for is done at the next visit', async () => {
		const visitor = await arrive();
		await demo.wiki.savePage('MediaWiki:GrowthMentors.json', mentorList([]));
		const page = await visitor.open();
		await askForAnother(page);
		await cardOn(page).alert.waitFor();
		expect(await cardOn(page).alert.innerText()).toBe(english['failure-no-mentor']);
		await demo.wiki.savePage('MediaWiki:GrowthMentors.json', mentorList(demo.prepared.mentors));
		const next = cardOn(await visitor.open());
		await next.mentor.waitFor();
		expect(await next.mentorName.innerText()).toMatch(/^Mentor[12]$/);
	});

	test('nothing where a newer version of the gadget wrote the memory: the page stays as it is', async () => {
		const visitor = await arrive();
		await visitor.session.post({
			action: 'options',
			optionname: 'userjs-mentorship',
			optionvalue: '{"version":2}',
		});
		const page = await visitor.open();
		await settle(page);
		expect(await cardOn(page).module.innerHTML()).toBe('');
	});
});
