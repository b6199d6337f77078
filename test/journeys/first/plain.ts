import { expect } from 'vitest';
import arabic from '../../../gadget/i18n/ar.json' with { type: 'json' };
import english from '../../../gadget/i18n/en.json' with { type: 'json' };
import { patience } from '../../support/patience.ts';
import { mentorNamed } from '../preparedWiki.ts';
import type { PersonsJourney, Stage } from './journey.ts';
import type { Part } from './part.ts';
import type { Person } from './person.ts';

const within = '.mentorship-module';
const mentorsName = '.mentorship-card__mentor bdi';
const confirm: Part = { kind: 'button', within: ':is(dialog, [role=dialog]) .cdx-dialog__footer' };

/** What the card says, in a language. */
const cardIn = (texts: Readonly<Record<string, unknown>>) => {
	const named = (kind: Part['kind'], key: keyof typeof english): Part => ({
		kind,
		name: String(texts[key]),
		within,
	});
	return {
		mentor: named('heading', 'card-mentor-title'),
		optedOut: named('heading', 'card-opted-out-title'),
		getMentor: named('button', 'card-opted-out-get'),
		confirm: { ...confirm, name: String(texts['card-get-confirm']) },
	};
};
const card = cardIn(english);

async function experienced({ prepared, arrive }: Stage, width = 1280): Promise<Person> {
	const person = await arrive({ what: 'Experienced', edits: 600, days: 400, width });
	await person.remember({ version: 1, mentor: mentorNamed(prepared, 'Mentor3') });
	return person;
}

const newcomer: PersonsJourney = {
	name: 'plain: a newcomer sees their mentor, and the same one at the next visit',
	async go({ arrive }) {
		const person = await arrive({ what: 'Newcomer', edits: 3, days: 1 });
		const page = await person.open();
		await page.sees(card.mentor);
		const mentor = await page.textOf(mentorsName);
		expect(['Mentor1', 'Mentor2']).toContain(mentor);
		const again = await person.open();
		expect(await again.textOf(mentorsName)).toBe(mentor);
	},
};

export const plainBack: PersonsJourney = {
	name: 'plain: an experienced editor is opted out, asks, and gets their mentor back',
	async go(stage) {
		const person = await experienced(stage);
		const page = await person.open();
		await page.sees(card.optedOut);
		await page.press(card.getMentor);
		await page.press(card.confirm);
		await page.sees(card.mentor);
		expect(await page.textOf(mentorsName)).toBe('Mentor3');
		await expect.poll(async () => (await person.memory())?.askedAt, patience).toBeDefined();
		const again = await person.open();
		await again.sees(card.mentor);
		expect(await again.textOf(mentorsName)).toBe('Mentor3');
	},
};

const loggedOut: PersonsJourney = {
	name: 'plain: for a person logged out the page stays as the wiki made it',
	async go({ arrive }) {
		const page = await (await arrive({ what: null })).open();
		await page.untilLoaded();
		const html = await page.evaluate(`document.querySelector("${within}").outerHTML`);
		expect(html).toBe('<div class="mentorship-module"></div>');
	},
};

const phone: PersonsJourney = {
	name: 'plain: on a phone, from right to left, the card fits and leads back to the mentor',
	async go(stage) {
		const person = await experienced(stage, 390);
		const page = await person.open(undefined, { uselang: 'ar', useskin: 'minerva' });
		const cardInArabic = cardIn(arabic);
		await page.press(cardInArabic.getMentor);
		await page.press(cardInArabic.confirm);
		await page.sees(cardInArabic.mentor);
		expect(
			await page.evaluate(`(() => {
				const card = document.querySelector("${within}");
				const { width } = card.getBoundingClientRect();
				return [getComputedStyle(card).direction, card.scrollWidth <= Math.ceil(width)];
			})()`),
		).toEqual(['rtl', true]);
	},
};

const noPlace: PersonsJourney = {
	name: 'plain: on a page without a place the loader shows nothing and loads nothing',
	async go({ wiki, arrive }) {
		await wiki.savePage('Project:Elsewhere', 'Nothing for mentorship.');
		const page = await (await arrive({ what: 'Newcomer', edits: 3, days: 1 })).open(
			'Project:Elsewhere',
		);
		await page.untilLoaded();
		const states = ['card', 'growth'].map(
			(name) => `mw.loader.getState("ext.gadget.mentorship-${name}")`,
		);
		expect(await page.evaluate(`[${states}]`)).toEqual(['registered', 'registered']);
		expect(await page.textOf('#content')).not.toMatch(/mentor(?!ship)/i);
	},
};

export const plainFirst: readonly PersonsJourney[] = [
	newcomer,
	plainBack,
	loggedOut,
	phone,
	noPlace,
];
