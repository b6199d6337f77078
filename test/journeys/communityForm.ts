import type { Page } from 'playwright';
import { beforeEach, expect, test } from 'vitest';
import {
	extensionPageTitle,
	type Thresholds,
	thresholdsKey,
} from '../../gadget/domain/thresholds.ts';
import { readPage } from '../mediawiki/pages.ts';
import { patience } from '../support/patience.ts';
import { expectAccessible } from './accessibility.ts';
import { arriveAsAdministrator, latestRevision, previewOn, unfoldAll } from './configPerson.ts';
import { openStage, type Prepare } from './stage.ts';
import { configuration, configurationTitle, type Visitor } from './visitor.ts';

const chosen: Thresholds = { enabled: true, minEditcount: 700, minTenureInDays: 31 };

/** The community's own form, and what of ours is in it. */
function communityFormOn(page: Page) {
	const ours = page.locator('.mentorship-settings');
	const field = (name: keyof Thresholds) =>
		page.locator(`[id="${thresholdsKey}.${name}"]`).locator('input');
	return {
		ours,
		needed: ours.getByText(/Saving this form would turn that off/),
		move: ours.getByRole('button', { name: 'Move the settings here' }),
		enabled: field('enabled'),
		edits: field('minEditcount'),
		age: field('minTenureInDays'),
	};
}

/**
 * What administrators go through on Special:CommunityConfiguration/Mentorship, on a wiki that has a
 * rule of its own: with GrowthExperiments, from 1.45 on.
 *
 * @param saveForm Presses the form's own Save, and confirms it where the wiki asks.
 */
export function describeCommunityForm(
	prepare: Prepare,
	saveForm: (page: Page) => Promise<void>,
): void {
	const stage = openStage(prepare);
	let visitor: Visitor;

	const openCommunityForm = async (): Promise<Page> => {
		const page = await visitor.open('Special:CommunityConfiguration/Mentorship');
		await previewOn(page).begin.or(previewOn(page).refresh).waitFor();
		return page;
	};
	const stored = async () => JSON.parse((await readPage(stage.wiki, extensionPageTitle)) ?? '{}');
	const saves = async (): Promise<number> => {
		const answer = await visitor.session.get({
			...{ action: 'query', prop: 'revisions', titles: extensionPageTitle },
			...{ rvprop: 'ids', rvlimit: '50' },
		});
		return Object(answer).query.pages[0].revisions.length;
	};
	/** Saves the open form as it is, and waits until the wiki has it. */
	const saveAsItIs = async (page: Page): Promise<void> => {
		const before = await saves();
		await saveForm(page);
		await expect.poll(saves, patience).toBe(before + 1);
	};

	beforeEach(async () => {
		const { wiki } = stage;
		await wiki.savePage(configurationTitle, configuration(chosen));
		await wiki.deletePage(extensionPageTitle);
		await wiki.savePage(extensionPageTitle, JSON.stringify({ GEMentorshipEnabled: true }));
		visitor = await arriveAsAdministrator(stage);
	});

	test('the settings are moved, then the community’s form is saved unchanged: the rule is still on', async () => {
		const page = await openCommunityForm();
		const { needed, move, enabled, edits, age } = communityFormOn(page);
		await needed.waitFor();
		expect(await enabled.isChecked()).toBe(false);
		await expectAccessible(page, '.mentorship-settings');
		await Promise.all([page.waitForEvent('load'), move.click()]);
		await previewOn(page).begin.waitFor();
		expect(await stored()).toEqual({ GEMentorshipEnabled: true, [thresholdsKey]: chosen });
		expect(await needed.count()).toBe(0);
		expect(await enabled.isChecked()).toBe(true);
		expect([await edits.inputValue(), await age.inputValue()]).toEqual(['700', '31']);
		await saveAsItIs(page);
		expect((await stored())[thresholdsKey]).toEqual(chosen);
	});

	test('an unrelated save has stored “enabled: false”: the gadget’s page names the revision that brought it', async () => {
		await saveAsItIs(await openCommunityForm());
		const { enabled } = (await stored())[thresholdsKey];
		expect(enabled).toBe(false);
		const { revid } = await latestRevision(visitor.session, extensionPageTitle);
		// Later changes are not the one that is looked for.
		for (const GEMentorshipMinimumEditcount of [501, 502]) {
			const page = { ...(await stored()), GEMentorshipMinimumEditcount };
			await stage.wiki.savePage(extensionPageTitle, JSON.stringify(page));
		}
		const page = await visitor.open(configurationTitle);
		const form = page.locator('.mentorship-settings');
		await form.getByText(`They were put there by \u2068${visitor.name}\u2069 on`).waitFor();
		await expectAccessible(page, '.mentorship-settings');
		const change = form.getByRole('link', { name: 'Show the change' });
		expect(await change.getAttribute('href')).toContain(`diff=${revid}`);
		await change.click();
		await page.getByText('minTenureInDays').first().waitFor();
	});

	test('the preview below the form follows its numbers, and moves them', async () => {
		const page = await openCommunityForm();
		const { edits } = communityFormOn(page);
		const { begin, sentence, editsLine } = previewOn(page);
		await begin.click();
		await sentence.waitFor();
		await unfoldAll(page);
		await expectAccessible(page, '.mentorship-settings');
		await edits.fill('0');
		expect(await editsLine.getAttribute('aria-valuenow')).toBe('0');
		await editsLine.focus();
		await page.keyboard.press('ArrowUp');
		expect(await edits.inputValue()).toBe('1');
	});
}
