import type { Page, Request } from 'playwright';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from '../journeys/accessibility.ts';
import { previewOn } from '../journeys/configPerson.ts';
import { isForTexts, listRequests } from '../journeys/requests.ts';
import { administrator, scan, useCrowdedDemo } from './crowdedDemo.ts';

const crowded = useCrowdedDemo();

/** What was asked of the API, from now on: the parameter that says whom it was about. */
function listQuestions(page: Page): string[] {
	return listRequests(
		page,
		(_request, { searchParams }) => searchParams.get('ususerids') ?? searchParams.get('gemmmentor'),
	);
}

/** Lets the wiki take its time for each answer about mentees, in milliseconds. */
async function slowDown(page: Page, delay: number): Promise<void> {
	await page.route(/list=(growthmentormentee|users)/, async (route) => {
		await new Promise((resolve) => setTimeout(resolve, delay));
		// A page that is left needs no answer any more.
		await route.continue().catch(() => undefined);
	});
}

describe('a scan of 5,000', () => {
	test.each([
		['while mentors are listed', /Mentors: 1\d of 38/],
		['while accounts are looked up', /Accounts: 1,\d\d\d of/],
	])('goes on where it was after a reload %s', async (_when, progress) => {
		const page = await crowded.open('Nora Newcomer');
		await slowDown(page, 50);
		const asked = listQuestions(page);
		await previewOn(page).begin.click();
		await page.getByText(progress).waitFor();
		await page.reload();
		await previewOn(page).sentence.waitFor();
		const ids = asked
			.filter((about) => /^[\d|]+$/.test(about))
			.flatMap((about) => about.split('|'));
		const mentors = asked.filter((about) => !/^[\d|]+$/.test(about));
		// What was under way when the page was left is asked again, nothing else.
		expect(new Set(mentors).size).toBe(38);
		expect(mentors.length).toBeLessThanOrEqual(39);
		expect(ids.length - new Set(ids).size).toBeLessThanOrEqual(50);
		expect(await previewOn(page).sentence.innerText()).toContain(
			`of ${crowded.demo.everybody().length.toLocaleString('en')} mentees`,
		);
	});

	test('asks for one thing at a time, and says who is asking', async () => {
		const page = await crowded.open(null);
		let underWay = 0;
		let most = 0;
		const agents = new Set<string | undefined>();
		const isOfScan = (request: Request) => request.url().includes('list=') && !isForTexts(request);
		page.on('request', (request) => {
			if (isOfScan(request)) {
				underWay += 1;
				most = Math.max(most, underWay);
				agents.add(request.headers()['api-user-agent']);
			}
		});
		page.on('requestfinished', (request) => {
			underWay -= Number(isOfScan(request));
		});
		await scan(page);
		expect(most).toBe(1);
		expect([...agents]).toEqual([expect.stringMatching(/^MentorshipGadget \(http/)]);
	});

	test('can be paused, goes on, and can be cancelled', async () => {
		const page = await crowded.open('Nora Newcomer');
		await slowDown(page, 50);
		const { begin, pause, resume, cancel, refresh, progress, sentence } = previewOn(page);
		await begin.click();
		await page.getByText(/Accounts: [1-9].* left$/).waitFor();
		expect(await pause.evaluate((button) => button === document.activeElement)).toBe(true);
		await expectAccessible(page, '.mentorship-settings');
		await pause.click();
		await page.getByText(/^Paused/).waitFor();
		const asked = listQuestions(page);
		await page.reload();
		await page.getByText(/^Paused/).waitFor();
		expect(asked).toEqual([]);
		await resume.click();
		await progress.waitFor();
		await cancel.click();
		await begin.waitFor();
		await scan(page);
		const before = await sentence.innerText();
		await refresh.click();
		await cancel.click();
		await refresh.waitFor();
		expect(await sentence.innerText()).toBe(before);
	});

	test('is left to the tab that does it, and shown in both', async () => {
		const first = await crowded.open('Nora Newcomer');
		await slowDown(first, 50);
		await previewOn(first).begin.click();
		await previewOn(first).pause.waitFor();
		const second = await crowded.openAgain();
		const asked = listQuestions(second);
		await second.getByText('Counting continues in another tab.').waitFor();
		await previewOn(second).sentence.waitFor();
		expect(asked).toEqual([]);
	});

	test('is there the next time, with its age', async () => {
		const page = await crowded.open(administrator);
		await scan(page);
		const later = await crowded.openAgain();
		const asked = listQuestions(later);
		await previewOn(later).sentence.waitFor();
		await later.getByText(/^Counted (just now|\d+ minutes? ago)\.$/).waitFor();
		expect(asked).toEqual([]);
	});
});
