import { expect } from 'vitest';
import { thresholdsKey } from '../../../gadget/domain/thresholds.ts';
import english from '../../../gadget/i18n/en.json' with { type: 'json' };
import { readPage } from '../../mediawiki/pages.ts';
import { configurationTitle, on } from '../visitor.ts';
import type { PersonsJourney, Stage } from './journey.ts';

const within = '.mentorship-settings';
const edits = { kind: 'field', name: english['form-minEditcount'], within } as const;
const save = { kind: 'button', name: english['form-save'], within } as const;
const scan = { kind: 'button', name: english['preview-start'], within } as const;

const arriveAsAdministrator = ({ arrive }: Stage) =>
	arrive({ what: 'Administrator', edits: 5000, days: 2000, groups: ['sysop', 'interface-admin'] });

export const formSaves: PersonsJourney = {
	name: 'settings: an administrator changes a threshold, and the wiki has it',
	async go(stage) {
		const page = await (await arriveAsAdministrator(stage)).open(configurationTitle);
		await page.write(edits, '712');
		await page.press(save);
		await page.reads(within, english['form-saved']);
		const saved = JSON.parse((await readPage(stage.wiki, configurationTitle)) ?? '');
		expect(saved[thresholdsKey]).toEqual({ ...on, minEditcount: 712 });
	},
};

const scanFinishes: PersonsJourney = {
	name: 'settings: an administrator sees whom the rule would opt out',
	async go(stage) {
		const page = await (await arriveAsAdministrator(stage)).open(configurationTitle);
		await page.press(scan);
		await page.reads(within, /\d%\) would be opted out/);
	},
};

export const settingsFirst: readonly PersonsJourney[] = [formSaves, scanFinishes];
