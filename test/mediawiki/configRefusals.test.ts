import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { extensionPageTitle, thresholdsKey } from '../../gadget/domain/thresholds.ts';
import { arriveAsAdministrator, formOn, openForm, previewOn } from '../journeys/configPerson.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { openStage } from '../journeys/stage.ts';
import {
	configuration,
	configurationTitle,
	type Experience,
	facts,
	off,
	on,
	type Visitor,
} from '../journeys/visitor.ts';
import { readPage } from './pages.ts';
import { type RealWiki, startRealWiki } from './realWiki.ts';
import { describeOnMediaWiki } from './underTest.ts';
import { openWikiDatabase } from './userTable.ts';

/** Settings under which MediaWiki refuses an edit, and what of its own words the form shows. */
const refusals = [
	['the wiki is read-only', `$wgReadOnly = 'Back at noon.';`, 'currently in read-only mode'],
	[
		'a filter disallows the edit',
		// What the extension AbuseFilter does.
		`$wgHooks['EditFilterMergedContent'][] = static function ( $context, $content, $status ) {
			$status->fatal( ApiMessage::create(
				new RawMessage( 'Filter 7: ask first.' ), 'abusefilter-disallowed'
			) );
			return false;
		};`,
		'Filter 7: ask first.',
	],
	[
		'a captcha is asked for',
		`wfLoadExtension( 'ConfirmEdit' );
		$wgCaptchaTriggers['edit'] = true;
		$wgGroupPermissions['sysop']['skipcaptcha'] = false;`,
		'captcha',
	],
	[
		'a person edits too often',
		`$wgHooks['PingLimiter'][] = static function ( $user, $action, &$result ) {
			$result = $action === 'edit';
			return !$result;
		};`,
		'Too many attempts',
	],
] as const;

describeOnMediaWiki('the form that refuses', () => {
	let wiki: RealWiki;
	const stage = openStage(async () => {
		wiki = await startRealWiki();
		return prepareWiki(wiki);
	});
	let visitor: Visitor;
	let page: Page;

	const settingsFile = () => path.join(wiki.folder, 'extraSettings.php');
	const inDatabase = (sql: string, ...values: string[]): void => {
		const database = openWikiDatabase(wiki.folder);
		database.prepare(sql).run(...values);
		database.close();
	};
	const readText = async () => JSON.parse((await readPage(wiki, configurationTitle)) ?? '');

	beforeEach(async () => {
		await wiki.savePage(configurationTitle, configuration(off));
		visitor = await arriveAsAdministrator(stage);
	});
	afterEach(() => rm(settingsFile(), { force: true }));

	test.each(refusals)(
		'says so when %s, keeps the form, and saves later',
		async (_when, settings, words) => {
			page = await openForm(visitor);
			const { enabled, edits, save, saved, alert } = formOn(page);
			await enabled.check();
			await edits.fill('650');
			await writeFile(settingsFile(), `<?php\n${settings}\n`);
			await save.click();
			await alert.waitFor();
			expect(await alert.innerText()).toContain(words);
			expect(await edits.inputValue()).toBe('650');
			await rm(settingsFile());
			await save.click();
			await saved.waitFor();
			expect(await readText()).toEqual({
				[thresholdsKey]: { ...on, minEditcount: 650 },
			});
		},
	);

	test('says where broken JSON is broken, and keeps what is whole of it', async () => {
		const text = '{\n\t"kept": 1,\n\t"broken": [';
		await wiki.savePage(configurationTitle, '{"marker of the test": 1}');
		inDatabase(`UPDATE text SET old_text = ? WHERE old_text LIKE '%marker of the test%'`, text);
		page = await openForm(visitor);
		const { alert, startFromDefaults, save, saved } = formOn(page);
		expect(await alert.innerText()).toContain('Line 3, column 13.');
		await startFromDefaults.click();
		await save.click();
		await saved.waitFor();
		expect(await readText()).toEqual({
			kept: 1,
			[thresholdsKey]: off,
		});
	});

	test('stays in force where the wiki has no rule of its own, whatever the extension’s page holds', async () => {
		await wiki.savePage(extensionPageTitle, configuration(on));
		page = await openForm(visitor);
		expect(await formOn(page).edits.isEnabled()).toBe(true);
		await wiki.deletePage(extensionPageTitle);
	});

	describe('on a wiki that does not know who is a mentee', () => {
		beforeAll(async () => {
			const active: Array<[string, ...Experience]> = [
				['Active newcomer', 5, 3],
				['Active veteran', 600, 400],
				['Active elder', 9000, 4000],
			];
			for (const [name, ...who] of active) {
				await wiki.setPerson({ name, ...facts(...who) });
				const session = await wiki.logIn(name);
				await session.post({ action: 'edit', title: `User:${name}`, text: 'Here.' });
				await wiki.setPerson({ name, ...facts(...who) });
				// As the job does that looks through the recent changes.
				inDatabase(
					`INSERT INTO querycachetwo (qcc_type, qcc_namespace, qcc_title) VALUES ('activeusers', 2, ?)`,
					name,
				);
			}
		});
		beforeEach(async () => {
			page = await openForm(visitor);
			await previewOn(page).begin.click();
			await previewOn(page).sentence.waitFor();
		});

		test('the preview counts the active editors, and says so', async () => {
			expect(await previewOn(page).sentence.innerText()).toBe(
				'2 of the 3 editors who edited in the last 30 days (67%) would be opted out',
			);
		});

		test('0 and 0 are asked about, with the figure of the preview', async () => {
			const { enabled, edits, age, save, doubt, saveAnyway, saved } = formOn(page);
			await enabled.check();
			await edits.fill('0');
			await age.fill('0');
			await save.click();
			await doubt.waitFor();
			expect(await doubt.innerText()).toBe(
				'This would opt out 3 of the 3 editors who edited in the last 30 days (100%). Save anyway?',
			);
			await saveAnyway.click();
			await saved.waitFor();
		});
	});
});
