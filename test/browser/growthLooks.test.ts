import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import {
	arriveAtHomepage,
	type Device,
	deviceNames,
	getMentor,
	homepage,
	moduleOn,
	pictureOptedOut,
} from '../journeys/growthHomepage.ts';
import { pageAddress, people } from '../journeys/visitor.ts';
import recordedCards from '../server-mock/pages/recordedCards.json' with { type: 'json' };
import { treeOf } from '../server-mock/pages/tree.ts';
import { openDemo } from '../support/openDemo.ts';
import { settle } from '../support/settle.ts';

const demo = openDemo();

const arrive = (device: Device) =>
	arriveAtHomepage(demo.wiki, demo.browser, device, people.experienced);

describe.each(deviceNames)('on a %s', (device) => {
	test.each([
		['from right to left', { uselang: 'ar' }],
		['in the dark', { nightmode: '1' }],
	])('our card is the card that the server draws, to the pixel, %s', async (_what, parameters) => {
		const visitor = await arrive(device);
		const ours = await pictureOptedOut(await visitor.openHomepage(parameters), device);
		const theirs = await pictureOptedOut(await visitor.openHomepage(parameters), device);
		expect(ours.equals(theirs)).toBe(true);
	});
});

test('Special:Homepage/mentorship on a phone shows the opted-out card, then the mentor’s', async () => {
	const visitor = await arrive('phone');
	const page = await visitor.open('Special:Homepage/mentorship', { useskin: 'minerva' });
	const { optedOut } = moduleOn(page);
	await optedOut.waitFor();
	await settle(page);
	expect(await optedOut.getAttribute('data-mode')).toBe('mobile-details');
	expect(bodyOf(await optedOut.evaluate(treeOf))).toEqual(
		bodyOf(recordedCards['mobile-optout-mobile-overlay']),
	);
	const before = (await visitor.readMemory())?.mentor?.name;
	expect(await getMentor(page)).toBe(before);
});

describe('in the overlay of a phone', () => {
	const overlayOf = (page: Page) => {
		const overlay = page.locator('.overlay');
		return {
			optedOut: overlay.locator('[data-module-name="mentorship-optin"]'),
			mentorName: overlay.locator('.growthexperiments-homepage-mentorship-username'),
			getMentor: overlay.getByRole('button', { name: 'Get a mentor' }),
			alert: overlay.getByRole('alert'),
		};
	};

	async function openOverlay(): Promise<{ page: Page; before: string | undefined }> {
		const visitor = await arrive('phone');
		const page = await visitor.context.newPage();
		const address = pageAddress(demo.wiki, homepage, { useskin: 'minerva' });
		await page.goto(`${address}#/homepage/mentorship`);
		await overlayOf(page).optedOut.waitFor();
		await settle(page);
		return { page, before: (await visitor.readMemory())?.mentor?.name };
	}

	test('the opted-out card is the server’s, and its button gets the mentor back', async () => {
		const { page, before } = await openOverlay();
		const { optedOut, getMentor, mentorName } = overlayOf(page);
		expect(await optedOut.evaluate(treeOf)).toEqual(recordedCards['mobile-optout-mobile-overlay']);
		await getMentor.click();
		await moduleOn(page).confirm.click();
		await mentorName.waitFor();
		expect(await mentorName.innerText()).toBe(before);
		await page.evaluate(() => {
			location.hash = '';
		});
		expect(await moduleOn(page).mentorName.innerText()).toBe(before);
	});

	test('a failure is told where a person can see it', async () => {
		const { page } = await openOverlay();
		await page.route('**/api.php*', (route) => route.abort());
		await overlayOf(page).getMentor.click();
		await moduleOn(page).confirm.click();
		await overlayOf(page).alert.waitFor();
		expect(await overlayOf(page).getMentor.isEnabled()).toBe(true);
	});
});

/** A module's lines from its body on. */
function bodyOf(tree: readonly string[]): readonly string[] {
	return tree.slice(tree.findIndex((line) => line.includes('homepage-module-body')));
}
