import { expect } from 'vitest';
import { patience } from '../support/patience.ts';
import { findViolations } from './accessibility.ts';
import { arriveWithMentor, getBack, getMentor, graduate, optedOut } from './first/growth.ts';
import type { PersonsJourney } from './first/journey.ts';
import type { Part } from './first/part.ts';
import type { PersonsPage } from './first/person.ts';

const within = '[data-module-name=mentorship]';
const heading: Part = { kind: 'heading', within };
/** As the extension's script made it, not as the server drew it. */
const menuPlace = ':is(.growthexperiments-homepage-mentorship-ellipsis, .overlay-header)';
const menu: Part = { kind: 'button', within: `${menuPlace} .oo-ui-buttonMenuSelectWidget` };
const options = '.oo-ui-menuOptionWidget';
const learnMore: Part = { kind: 'link', within: '.growthexperiments-homepage-mentorship-about' };
const ask: Part = { kind: 'button', within: '#mw-ge-homepage-mentorship-cta' };
const dialog = '.oo-ui-window-ready';
const question: Part = { kind: 'field', within: dialog };

/** Somebody gets their mentor back, and uses their card without loading the page again. */
export const wholeCard: readonly PersonsJourney[] = [
	{
		name: 'growth: opted out a moment ago, then back: heading, menu, link and question are alive',
		async go(stage) {
			const { person, mentor } = await arriveWithMentor(stage);
			const page = await graduate(stage, person);
			await useCard(page, mentor);
		},
	},
	{
		name: 'growth: opted out at an earlier visit, then back: the same',
		async go(stage) {
			const { person, mentor } = await arriveWithMentor(stage);
			await graduate(stage, person);
			const page = await person.open('Special:Homepage');
			await page.sees(optedOut);
			await useCard(page, mentor);
		},
	},
];

const phone = { useskin: 'minerva', useformat: 'mobile' };
const phoneWidth = 390;
const openOverlay = 'void location.assign("#/homepage/mentorship")';

/** On a phone, the whole card opens over the page. */
export const wholeCardOnPhone: readonly PersonsJourney[] = [
	{
		name: 'growth: opted out a moment ago, then back, on a phone: what the card opens is alive',
		async go(stage) {
			const { person, mentor } = await arriveWithMentor(stage, phoneWidth);
			await useSummary(await graduate(stage, person, phone), mentor);
		},
	},
	{
		name: 'growth: opted out at an earlier visit, then back, on a phone: the same',
		async go(stage) {
			const { person, mentor } = await arriveWithMentor(stage, phoneWidth);
			await graduate(stage, person, phone);
			const page = await person.open('Special:Homepage', phone);
			await page.sees(optedOut);
			await useSummary(page, mentor);
		},
	},
	{
		name: 'growth: opted out in what the card opens, then back: the same',
		async go(stage) {
			const { person, mentor } = await arriveWithMentor(stage, phoneWidth);
			const page = await person.open('Main Page');
			const parameters = new URLSearchParams({ title: 'Special:Homepage', ...phone });
			await page.evaluate(`void location.assign("/index.php?${parameters}#/homepage/mentorship")`);
			const button = { ...getMentor, within: '.overlay #mw-ge-homepage-mentorship-optin' };
			await page.sees(button);
			await noteDocument(page);
			await getBack(page, mentor, button);
			await page.reads('[role=status]:not(:empty)', mentor);
			await useParts(page);
		},
	},
];

async function useSummary(page: PersonsPage, mentor: string): Promise<void> {
	await comeBack(page, mentor);
	await page.evaluate(openOverlay);
	await useParts(page);
}

async function useCard(page: PersonsPage, mentor: string): Promise<void> {
	await comeBack(page, mentor);
	// The extension leaves its menu without a name to be read out.
	await page.sees({
		...menu,
		name: await page.textOf(`${within} .growthexperiments-homepage-module-header-text`),
	});
	await useParts(page);
}

/** In the same document: nothing is loaded again. */
async function comeBack(page: PersonsPage, mentor: string): Promise<void> {
	expect(await findViolations(page, '[data-module-name=mentorship-optin]')).toEqual([]);
	await noteDocument(page);
	await getBack(page, mentor);
	await page.seesNo('.oo-ui-window-active');
	await page.isAt(heading);
	await page.reads('[role=status]:not(:empty)', mentor);
}

async function noteDocument(page: PersonsPage): Promise<void> {
	await page.evaluate('void Object.assign(window, { sameDocument: true })');
}

async function useParts(page: PersonsPage): Promise<void> {
	await page.sees(menu);
	await page.sees(ask);
	expect(await findViolations(page, within)).toEqual([]);
	await useLink(page, await useMenu(page));
	await askQuestion(page);
	expect(await page.evaluate('"sameDocument" in window')).toBe(true);
}

/** @returns What the dialog about mentors is called. */
async function useMenu(page: PersonsPage): Promise<string> {
	await page.press(menu);
	await page.reads(options, /./);
	await page.pressKey('Escape');
	await page.seesNo(options);
	await page.press(menu);
	await page.pressKey('ArrowDown');
	const about = await page.textOf('.oo-ui-optionWidget-highlighted');
	await page.pressKey('Enter');
	await page.seesNo(options);
	await closeDialog(page, about);
	return about;
}

async function useLink(page: PersonsPage, about: string): Promise<void> {
	await page.press(learnMore);
	// What the dialog says of the mentor was put together with the mentor known.
	await closeDialog(page, about);
	await page.isAt(learnMore);
}

async function askQuestion(page: PersonsPage): Promise<void> {
	await page.press(ask);
	await page.write(question, 'Where do I begin?');
	const typed = () => page.evaluate('document.activeElement.value');
	await expect.poll(typed, patience).toBe('Where do I begin?');
	await page.pressKey('Escape');
	await page.seesNo('.oo-ui-window-active');
	await page.isAt(ask);
}

/** Of raw wikitext there is none in it. */
async function closeDialog(page: PersonsPage, text: string): Promise<void> {
	await page.reads(dialog, text);
	expect(await page.textOf(dialog)).not.toContain('{{');
	await page.pressKey('Escape');
	await page.seesNo('.oo-ui-window-active');
}
