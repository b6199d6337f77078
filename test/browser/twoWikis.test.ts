import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { extensionPageTitle, thresholdsKey } from '../../gadget/domain/thresholds.ts';
import { cardOn } from '../journeys/card.ts';
import { formOn, previewOn } from '../journeys/configPerson.ts';
import { homepage, moduleOn } from '../journeys/growthHomepage.ts';
import {
	mentorListTitle,
	mentorNamed,
	type PreparedWiki,
	prepareWiki,
} from '../journeys/preparedWiki.ts';
import {
	configuration,
	configurationTitle,
	type Experience,
	facts,
	newcomersPage,
	off,
	on,
	people,
} from '../journeys/visitor.ts';
import { launchChromium } from '../support/chromium.ts';
import { type DemoWiki, startDemoWiki } from '../support/demoWiki.ts';
import { patience } from '../support/patience.ts';
import { settle } from '../support/settle.ts';
import { type OneOrigin, serveUnderPaths } from '../support/twoPaths.ts';

/** Two wikis under two paths of one origin; their databases have the same name, their people the same ids. */
const paths = ['/one', '/two'] as const;
type Path = (typeof paths)[number];

const block = (enabled: boolean) =>
	JSON.stringify({ GEMentorshipEnabled: true, [thresholdsKey]: { ...on, enabled } });

let browser: Browser;
let context: BrowserContext;
let host: OneOrigin;
let wikis: Record<Path, DemoWiki>;
let prepared: Record<Path, PreparedWiki>;

beforeAll(async () => {
	const start = () => startDemoWiki({ version: '1.45' });
	const [one, two] = await Promise.all([start(), start()]);
	wikis = { '/one': one, '/two': two };
	prepared = { '/one': await prepareWiki(one), '/two': await prepareWiki(two) };
	[browser, host] = await Promise.all([
		launchChromium(),
		serveUnderPaths({ '/one': one.origin, '/two': two.origin }),
	]);
});
afterAll(async () => {
	await Promise.all([browser?.close(), host?.stop()]);
	await Promise.all(paths.map((path) => wikis?.[path].stop()));
});
beforeEach(async () => {
	context = await browser.newContext();
	return () => context.close();
});

/** The same person, by name and id, on both wikis in one browser. */
async function enroll(name: string, who: Experience): Promise<void> {
	for (const path of paths) {
		await wikis[path].setPerson({ name, ...facts(...who) });
	}
	expect(idOf('/one', name)).toBe(idOf('/two', name));
	await logIn(name);
}

async function logIn(name: string): Promise<void> {
	for (const path of paths) {
		const { cookies } = await wikis[path].logIn(name);
		await context.addCookies(
			cookies.map((cookie) => ({ ...cookie, domain: '127.0.0.1', path: `${path}/` })),
		);
	}
}

function idOf(path: Path, name: string): number {
	return wikis[path].store.users.byName(name)?.id ?? expect.fail(`No "${name}" on ${path}.`);
}

async function open(path: Path, title: string): Promise<Page> {
	const page = await context.newPage();
	await page.goto(`${host.origin}${path}/index.php?${new URLSearchParams({ title })}`);
	await settle(page);
	return page;
}

/** Of what the gadget keeps in this browser, whatever does not say which of the two it is of. */
async function findKeptWithoutPath(page: Page): Promise<string[]> {
	const names = await page.evaluate(async () => [
		...Object.keys(localStorage),
		...Object.keys(sessionStorage),
		...(await indexedDB.databases()).map(({ name }) => name ?? ''),
	]);
	const ours = names.filter((name) => name.includes('mentorship'));
	expect(ours.length).toBeGreaterThan(0);
	return ours.filter((name) => !/\/(one|two)$/.test(name));
}

test('the rule that one has on is not followed on the other, which has it off', async () => {
	await wikis['/one'].savePage(extensionPageTitle, block(true));
	await wikis['/two'].savePage(extensionPageTitle, block(false));
	await enroll('Experienced', people.experienced);
	for (const path of paths) {
		const mentor = mentorNamed(prepared[path], 'Mentor3').id ?? 0;
		wikis[path].store.mentees.setMentor(idOf(path, 'Experienced'), mentor);
	}
	const one = await open('/one', homepage);
	await moduleOn(one).optedOut.waitFor();
	const stateOn = (path: Path) => wikis[path].store.mentees.stateOf(idOf(path, 'Experienced'));
	await expect.poll(() => stateOn('/one'), patience).toBe('optedOut');
	await settle(one);
	// Again: what is kept by now is not the other's.
	for (const _visit of ['first', 'next']) {
		const two = await open('/two', homepage);
		expect(await moduleOn(two).mentorName.innerText()).toBe('Mentor3');
		expect(stateOn('/two')).toBe('enabled');
	}
	expect(await findKeptWithoutPath(one)).toEqual([]);
});

test('texts, mentor and memory are each wiki’s own', async () => {
	for (const path of paths) {
		const { wiki, mentors } = prepared[path];
		await wiki.savePage(configurationTitle, configuration(off));
		await wiki.savePage('MediaWiki:Gadget-mentorship-card-mentor-title', `Mentor of ${path}`);
		const entries = mentors.map(({ id, name }) => [
			id,
			{ username: name, message: `Here ${path}` },
		]);
		const list = JSON.stringify({ Mentors: Object.fromEntries(entries) });
		await wiki.savePage(mentorListTitle, list);
	}
	await enroll('Newcomer', people.newcomer);
	// On growth, a wiki's page of newcomers is no place; this is the plain host's.
	await context.route('**/index.php*', async (route) => {
		const response = await route.fetch();
		const html = await response.text();
		await route.fulfill({
			response,
			body: html.replace('"ext.growthExperiments.Homepage.Mentorship"', '"ext.gone"'),
		});
	});
	const seen: string[] = [];
	for (const path of ['/one', '/two', '/one', '/two'] as const) {
		const page = await open(path, newcomersPage);
		await page.getByText(`Mentor of ${path}`).waitFor();
		await page.getByText(`Here ${path}`).waitFor();
		seen.push(await cardOn(page).module.innerText());
		expect(await findKeptWithoutPath(page)).toEqual([]);
	}
	expect(seen.filter((text) => text.includes('/one') && text.includes('/two'))).toEqual([]);
	expect(wikis['/one'].store.userOptions.of(idOf('/one', 'Newcomer'))).toHaveProperty(
		'userjs-mentorship',
	);
});

test('what the preview of one has counted is not the other’s', async () => {
	for (const path of paths) {
		// The settings are on the gadget's own page.
		await wikis[path].deletePage(extensionPageTitle);
	}
	await logIn('Ada Administrator');
	const one = await open('/one', configurationTitle);
	await formOn(one).edits.waitFor();
	await previewOn(one).begin.click();
	await previewOn(one).sentence.waitFor();
	const two = await open('/two', configurationTitle);
	await formOn(two).edits.waitFor();
	await previewOn(two).begin.waitFor();
	expect(await previewOn(two).sentence.count()).toBe(0);
	await previewOn(await open('/one', configurationTitle)).sentence.waitFor();
	expect(await findKeptWithoutPath(two)).toEqual([]);
});
