import type { Page } from 'playwright';
import type { User } from '../../../server-mock/store/users.ts';
import { formOn, previewOn } from '../../journeys/configPerson.ts';
import { mentorNamed } from '../../journeys/preparedWiki.ts';
import { administrators, configurationTitle, off } from '../../journeys/visitor.ts';
import type { Lane } from '../../support/lane.ts';
import { type Journey, pressUnlessTold, type Scene } from './journey.ts';

const edits = '712';

const goThere = ({ lane, page }: Scene) => page.goto(lane.address(configurationTitle));

const prepare = (lane: Lane): User => lane.enroll('Administrator', true, administrators);

async function fillAndSave({ page }: Scene): Promise<void> {
	const { enabled, edits: field, save, alert } = formOn(page);
	await enabled.or(alert).first().waitFor();
	if ((await enabled.count()) > 0) {
		await enabled.check();
		await field.fill(edits);
		await save.click();
	}
}

function isSaved(lane: Lane): boolean {
	return lane.store.pages.find(configurationTitle)?.latest.content.includes(edits) ?? false;
}

/** They are told so, or the page below the form says so. */
async function hasSaved(page: Page): Promise<boolean> {
	const told = formOn(page).saved.or(page.getByText('the page already has these settings'));
	return (await told.or(page.locator('.mw-json-value', { hasText: edits })).count()) > 0;
}

const saveForm: Journey = {
	name: 'an administrator saves the form',
	thresholds: off,
	calls: ['query+revisions query+info', 'query+revisions query+info', 'edit'],
	prepare,
	visit: goThere,
	open: async () => undefined,
	async run(scene) {
		await goThere(scene);
		await fillAndSave(scene);
	},
	async retry(scene) {
		const again = scene.page.getByRole('button', { name: 'Try again' });
		if ((await again.count()) > 0) {
			await again.click();
		}
		await fillAndSave(scene);
	},
	hasArrived: hasSaved,
	isToBeDone: (lane) => !isSaved(lane),
	readEnd: (lane, user) => ({
		isSaved: isSaved(lane),
		edits: lane.store.pages.contributions(user.id, 10).length,
	}),
	end: { isSaved: true, edits: 1 },
};

const scan: Journey = {
	name: 'an administrator scans the mentees',
	thresholds: off,
	calls: [
		'query+growthmentorlist',
		'query+userinfo',
		'query+growthmentormentee',
		'query+growthmentormentee',
		'query+growthmentormentee',
		'query+users',
	],
	isPatient: true,
	prepare(lane) {
		const mentor = mentorNamed(lane.prepared, 'Mentor1').id ?? 0;
		lane.store.mentees.setMentor(lane.enroll('Mentee', false).id, mentor);
		return prepare(lane);
	},
	/** It goes on by itself from where it was left, if it had begun. */
	async visit({ lane, user, page }) {
		await goThere({ lane, user, page });
		const { begin, sentence } = previewOn(page);
		await begin.or(sentence).first().waitFor();
		if ((await begin.count()) > 0) {
			await begin.click();
		}
	},
	async open(scene) {
		await goThere(scene);
		await previewOn(scene.page).begin.waitFor();
	},
	async run({ page }) {
		await pressUnlessTold(page, previewOn(page).begin);
	},
	async retry({ page }) {
		await page.getByRole('button', { name: 'Try again' }).click();
	},
	hasArrived: (page) => previewOn(page).sentence.isVisible(),
	isToBeDone: () => false,
	readEnd: (lane, user) => lane.store.pages.contributions(user.id, 10).length,
	end: 0,
};

/** With the form. */
export const configJourneys: readonly Journey[] = [saveForm, scan];
