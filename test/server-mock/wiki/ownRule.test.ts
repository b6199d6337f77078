import { describe, expect, test } from 'vitest';
import type { MediaWikiVersion } from '../../../server-mock/wiki/site.ts';
import { createTestDemo, form, type TestDemo } from '../testDemo.ts';

const greta = 'Greta Grown';
const ownPage = 'MediaWiki:GrowthExperimentsMentorship.json';

const statusOf = async (demo: TestDemo): Promise<unknown> =>
	(await demo.get(greta, { meta: 'growthmenteestatus' })).growthmenteestatus.menteestatus;
const setState = (demo: TestDemo, state: string) =>
	demo.post(greta, { action: 'growthsetmenteestatus', state });
const edit = (demo: TestDemo, as: string, title: string, text: string) =>
	demo.post(as, { action: 'edit', title, text });

describe('the wiki’s own rule', () => {
	const block = { enabled: true, minEditcount: 500, minTenureInDays: 30 };
	/** A demo whose own page has this block, after Greta's edit. */
	async function afterEdit(
		version: MediaWikiVersion,
		thresholds: object,
		change?: (demo: TestDemo) => unknown,
	) {
		const demo = createTestDemo({ version });
		const text = JSON.stringify({ GEMentorshipStartOptedOutThresholds: thresholds });
		await edit(demo, 'Ada Administrator', ownPage, text);
		await change?.(demo);
		await edit(demo, greta, 'Project:Sandbox', 'a');
		return demo;
	}

	test.each(['1.45', '1.46'] as const)(
		'opts out after an edit in %s, and remembers nobody',
		async (version) => {
			const demo = await afterEdit(version, block);
			expect(await statusOf(demo)).toBe('optout');
			expect(demo.store.userOptions.of(demo.user(greta).id)).toEqual({});
			expect(demo.store.log.list({}, 10)).toEqual([]);
		},
	);

	test.each([
		['with defaults for missing keys', { enabled: true }, 'optout'],
		['not where it is off', { ...block, enabled: false }, 'enabled'],
		['not below the edits', { ...block, minEditcount: 600 }, 'enabled'],
		['not where a value is wrong', { ...block, minEditcount: '5' }, 'enabled'],
	])('works %s', async (_case, thresholds, status) => {
		expect(await statusOf(await afterEdit('1.45', thresholds))).toBe(status);
	});

	test('spares whoever asked for a mentor', async () => {
		const demo = await afterEdit('1.45', block, async (demo) => {
			await setState(demo, 'optout');
			await setState(demo, 'enabled');
		});
		expect(await statusOf(demo)).toBe('enabled');
	});

	test.each([
		['1.45', 'optout'],
		['1.46', 'enabled'],
	] as const)('on %s whoever has no mentor ends as %s', async (version, status) => {
		const demo = await afterEdit(version, block, (demo) =>
			demo.store.mentees.setMentor(demo.user(greta).id, null),
		);
		expect(await statusOf(demo)).toBe(status);
	});

	test('is not in 1.43, whose page refuses the block', async () => {
		const demo = await afterEdit('1.43', block);
		expect(demo.store.pages.find(ownPage)).toBeNull();
		expect(await statusOf(demo)).toBe('enabled');
	});
});

describe('the community’s form', () => {
	const formPath = '/index.php?title=Special:CommunityConfiguration/Mentorship';
	const save = (demo: TestDemo, as: string, fields: Record<string, string>) =>
		demo.request(
			`${formPath}&action=submit`,
			as,
			form({ wpEditToken: demo.session(as).csrfToken, GEMentorshipEnabled: 'on', ...fields }),
		);

	test('stores every key, also of what nobody touched', async () => {
		const demo = createTestDemo({ version: '1.45' });
		const numbers = {
			GEMentorshipMinimumEditcount: '400',
			minEditcount: '500',
			minTenureInDays: '30',
		};
		await save(demo, 'Ada Administrator', numbers);
		expect(JSON.parse(demo.store.pages.find(ownPage)?.latest.content ?? '')).toEqual({
			GEMentorshipEnabled: true,
			GEMentorshipAutomaticEligibility: true,
			GEMentorshipMinimumAge: 90,
			GEMentorshipMinimumEditcount: 400,
			GEMentorshipStartOptedOutThresholds: {
				enabled: false,
				minEditcount: 500,
				minTenureInDays: 30,
			},
		});
	});

	test.each(['1.43', '1.45', '1.46'] as const)(
		'shows the block with defaults where %s has it',
		async (version) => {
			const page = await createTestDemo({ version }).page(formPath, 'Ada Administrator');
			const shown = '"GEMentorshipStartOptedOutThresholds":{"enabled":false';
			expect(page.includes(shown)).toBe(version !== '1.43');
			expect(page.includes('name="minTenureInDays"')).toBe(version !== '1.43');
		},
	);

	test('is saved by administrators only', async () => {
		const demo = createTestDemo({ version: '1.45' });
		await save(demo, greta, { enabled: 'on' });
		expect(demo.store.pages.find(ownPage)).toBeNull();
	});
});
