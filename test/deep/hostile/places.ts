import type { Page } from 'playwright';
import english from '../../../gadget/i18n/en.json';
import { parseTitle } from '../../../server-mock/wiki/title.ts';
import { askOnCard, cardOn, mentorOnCard } from '../../journeys/card.ts';
import { formOn } from '../../journeys/configPerson.ts';
import { homepage, moduleOn } from '../../journeys/growthHomepage.ts';
import { configurationTitle, newcomersPage } from '../../journeys/visitor.ts';
import type { hostileTexts } from '../../support/hostileTexts.ts';
import type { Lane } from '../../support/lane.ts';
import {
	changeTexts,
	enrollAdministrator,
	listMentor,
	openCard,
	rememberText,
	untilAnswered,
} from './stage.ts';

export interface Place {
	readonly name: string;
	/** The text that would do most harm there, unless it is everything at once. */
	readonly worst?: keyof typeof hostileTexts;
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
		worst: 'JSON with a prototype',
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
			await askOnCard(page);
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
			await untilAnswered(page, /allmessages/, () => page.goto(lane.address(homepage)));
			await moduleOn(page).either.waitFor();
			await page.unroute(/allmessages/);
			return page;
		},
	},
	{
		name: 'the configuration page, above which the form is',
		worst: 'deep nesting',
		async show(lane, text) {
			lane.put(configurationTitle, text);
			const page = await lane.open(enrollAdministrator(lane), configurationTitle);
			const { edits, alert } = formOn(page);
			await edits.or(alert).or(page.locator('.cdx-message')).first().waitFor();
			return page;
		},
	},
	{
		name: 'the configuration page, for an experienced editor',
		worst: 'JSON with a prototype',
		async show(lane, text) {
			lane.put(configurationTitle, text);
			const user = lane.enroll('Experienced', true);
			const page = await openCard(lane, user);
			await mentorOnCard(page);
			return page;
		},
	},
	{
		name: 'the title of the page that the card is on',
		worst: 'an attribute that ends',
		async show(lane, text) {
			const title = parseTitle(`Project:${text}`);
			if (title) {
				lane.put(title.text, '<div class="mentorship-module"></div>');
			}
			const user = lane.enroll('Experienced', true);
			const page = await lane.open(user, `Project:${text.slice(0, 1000)}`);
			if (title) {
				await cardOn(page).getMentor.waitFor();
			}
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
			const restore = changeTexts(lane, ['form-enabled', 'form-help', 'form-save'], text);
			const page = await lane.openTab(enrollAdministrator(lane));
			await untilAnswered(page, /titles=[^&]*form-enabled/, () =>
				page.goto(lane.address(configurationTitle)),
			);
			await formOn(page).form.getByRole('checkbox').waitFor();
			restore();
			return page;
		},
	},
];
