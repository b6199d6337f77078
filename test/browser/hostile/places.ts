import type { Page } from 'playwright';
import { memoryOption } from '../../../gadget/domain/memory.ts';
import english from '../../../gadget/i18n/en.json';
import type { User } from '../../../server-mock/store/users.ts';
import { titleOf } from '../../../server-mock/title.ts';
import { formOn } from '../../journeys/configPerson.ts';
import { moduleOn } from '../../journeys/growthHomepage.ts';
import { cardOn, configurationTitle, newcomersPage } from '../../journeys/visitor.ts';
import type { Lane } from '../faultMatrix/lane.ts';

/** Saves a page as it is, past every check. */
export function put(lane: Lane, title: string, content: string): void {
	lane.store.pages.save({
		title: titleOf(title),
		contentModel: title.endsWith('.json') ? 'json' : 'wikitext',
		content,
		comment: '',
		user: null,
		timestamp: Date.now(),
	});
}

/** The list of mentors with one whose words these are. */
export function listMentor(lane: Lane, username: string, message: string): void {
	put(
		lane,
		'MediaWiki:GrowthMentors.json',
		JSON.stringify({ Mentors: { 7: { username, message } } }),
	);
}

export async function openCard(lane: Lane, user: User): Promise<Page> {
	const page = await lane.openTab(user);
	await page.goto(lane.address(newcomersPage));
	await cardOn(page).module.getByRole('heading').first().waitFor();
	return page;
}

/** Does something, and waits until its answer is drawn. */
async function untilAnswered(page: Page, address: RegExp, work: () => Promise<unknown>) {
	const answered = page.waitForResponse(address);
	await Promise.all([work(), Promise.race([answered, page.getByRole('alert').waitFor()])]);
	await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
}

function rememberText(lane: Lane, user: User, text: string): void {
	lane.store.userOptions.set(user.id, memoryOption, text);
}

async function askForMentor(page: Page): Promise<void> {
	await cardOn(page).getMentor.click();
	await cardOn(page).confirm.click();
}

const enrollAdministrator = (lane: Lane): User =>
	lane.enroll('Administrator', true, ['sysop', 'interface-admin']);

/** Overrides messages on the wiki. @returns What undoes it. */
function changeTexts(lane: Lane, keys: readonly string[], text: string): () => void {
	const titles = keys.map((key) => `MediaWiki:Gadget-mentorship-${key}`);
	for (const title of titles) {
		put(lane, title, text);
	}
	return () => {
		for (const title of titles) {
			lane.store.pages.remove(title);
		}
	};
}

export interface Place {
	readonly name: string;
	/** Puts a text there and opens what shows it. */
	show(lane: Lane, text: string): Promise<Page>;
}

/** Where the gadget shows what others wrote. */
export const places: readonly Place[] = [
	{
		name: 'a mentor’s name and introduction',
		async show(lane, text) {
			listMentor(lane, text, text);
			const user = lane.enroll('Mentee', false);
			lane.remember(user, { version: 1, mentor: { id: 7, name: text || 'x' } });
			const page = await lane.openTab(user);
			await untilAnswered(page, /list=users/, () => openCard(lane, user));
			return page;
		},
	},
	{
		name: 'the mentor whom the memory names, in the dialog',
		async show(lane, text) {
			const user = lane.enroll('Opted out', false);
			const mentor = { name: text };
			rememberText(lane, user, JSON.stringify({ version: 1, state: 'optedOut', mentor }));
			const page = await openCard(lane, user);
			await cardOn(page).getMentor.click();
			await cardOn(page).dialog.waitFor();
			return page;
		},
	},
	{
		name: 'the whole memory',
		async show(lane, text) {
			const user = lane.enroll('Mentee', false);
			rememberText(lane, user, text.slice(0, 65_000));
			return openCard(lane, user);
		},
	},
	{
		name: 'what the API says of a refusal',
		async show(lane, text) {
			const user = lane.enroll('Experienced', true);
			const page = await openCard(lane, user);
			await page.route('**/api.php', (route) =>
				route.fulfill({ json: { errors: [{ code: 'abusefilter-disallowed', text }] } }),
			);
			await askForMentor(page);
			await cardOn(page).alert.waitFor();
			await page.unroute('**/api.php');
			return page;
		},
	},
	{
		name: 'every fact about a mentor that the API gives',
		async show(lane, text) {
			listMentor(lane, 'Mentor', text);
			const user = lane.enroll('Mentee', false);
			lane.remember(user, { version: 1, mentor: { id: 7, name: 'Mentor' } });
			const facts = { name: text, editcount: text, timestamp: text };
			const page = await lane.openTab(user);
			await page.route(/list=users/, async (route) => {
				const answer = await (await route.fetch()).json();
				answer.query = { ...answer.query, users: [facts], usercontribs: [facts] };
				await route.fulfill({ json: answer });
			});
			await untilAnswered(page, /list=users/, () => openCard(lane, user));
			await page.unroute(/list=users/);
			return page;
		},
	},
	{
		name: 'the wiki’s texts on GrowthExperiments’ Homepage',
		async show(lane, text) {
			const page = await lane.openTab(lane.enroll('Experienced', true));
			await page.route(/allmessages/, async (route) => {
				const answer = await (await route.fetch()).json();
				for (const message of answer.query.allmessages) {
					message.content = text;
				}
				await route.fulfill({ json: answer });
			});
			await untilAnswered(page, /allmessages/, () => page.goto(lane.address('Special:Homepage')));
			await moduleOn(page).either.waitFor();
			await page.unroute(/allmessages/);
			return page;
		},
	},
	{
		name: 'the configuration page, above which the form is',
		async show(lane, text) {
			put(lane, configurationTitle, text);
			const page = await lane.openTab(enrollAdministrator(lane));
			await page.goto(lane.address(configurationTitle));
			await formOn(page)
				.edits.or(formOn(page).alert)
				.or(page.locator('.cdx-message'))
				.first()
				.waitFor();
			return page;
		},
	},
	{
		name: 'the configuration page, for an experienced editor',
		async show(lane, text) {
			put(lane, configurationTitle, text);
			const user = lane.enroll('Experienced', true);
			const page = await openCard(lane, user);
			await cardOn(page).mentorName.waitFor();
			return page;
		},
	},
	{
		name: 'texts that the community has changed, on the card',
		async show(lane, text) {
			const changed = Object.keys(english).filter((key) => /^card-(opted|get)/.test(key));
			const restore = changeTexts(lane, changed, text);
			const page = await lane.openTab(lane.enroll('Experienced', true));
			await untilAnswered(page, /titles=[^&]*card-opted-out-get/, () =>
				page.goto(lane.address(newcomersPage)),
			);
			await cardOn(page).module.getByRole('button').click();
			await cardOn(page).dialog.waitFor();
			restore();
			return page;
		},
	},
	{
		name: 'texts that the community has changed, on the form',
		async show(lane, text) {
			const restore = changeTexts(lane, ['config-enabled', 'config-help', 'config-save'], text);
			const page = await lane.openTab(enrollAdministrator(lane));
			await untilAnswered(page, /titles=[^&]*config-enabled/, () =>
				page.goto(lane.address(configurationTitle)),
			);
			await formOn(page).form.getByRole('checkbox').waitFor();
			restore();
			return page;
		},
	},
];
