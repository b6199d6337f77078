import 'fake-indexeddb/auto';
import { configure, fireEvent, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { thresholdsKey } from '../../gadget/domain/thresholds.ts';
import { ApiError, type ApiParameters } from '../../gadget/wiki/api.ts';
import { settled, stubPage } from '../support/stubPage.ts';

// A busy machine stalls for longer than the second that is waited otherwise.
configure({ asyncUtilTimeout: 30_000 });

const block = { enabled: true, minEditcount: 5000, minTenureInDays: 30 };
const community = 'MediaWiki:GrowthExperimentsMentorship.json';
const fields = ['enabled', 'minEditcount', 'minTenureInDays'];
const ownPage = '<div id="mw-content-text"><pre>as JSON</pre></div>';
const otherForm = '<div id="ext-communityConfiguration-app-root"></div>';
const fieldsOfCommunity = `<div id="ext-communityConfiguration-app-root">${fields
	.map((name, index) => {
		const type = index === 0 ? 'checkbox' : 'number';
		return `<p id="${thresholdsKey}.${name}"><input type="${type}" value="${index * 100}"></p>`;
	})
	.join('')}</div>`;

let changes: ApiParameters[];
/** Why the wiki saves nothing, as a code. */
let refusal: string | null;
/** What the pages of the wiki hold. */
let contents: Record<string, string>;

beforeEach(() => {
	changes = [];
	refusal = null;
	contents = { 'MediaWiki:Gadget-mentorship.json': JSON.stringify({ [thresholdsKey]: block }) };
	vi.resetModules();
	vi.stubGlobal('mentorshipBuild', 'Mentorship Gadget 1.0.0');
	document.documentElement.lang = 'de';
	for (const element of [document.body, document.head]) {
		element.replaceChildren();
	}
});

/** A wiki with one mentor, who has one mentee. */
function answer(parameters: ApiParameters): unknown {
	const { action, list, titles = '', title, text, uiprop } = parameters;
	if (action === 'edit') {
		if (refusal !== null) {
			throw new ApiError(refusal);
		}
		changes.push(parameters);
		contents[String(title)] = String(text);
		return { edit: { result: 'Success', oldrevid: 1, newrevid: 2 } };
	}
	if (list === 'growthmentormentee') {
		return { growthmentormentee: { mentees: [{ id: 10 }] } };
	}
	const edna = { userid: 10, name: 'Edna', editcount: 9000, registration: '2020-01-01T00:00:00Z' };
	const pages = String(titles)
		.split('|')
		.map((name) => ({
			title: name,
			actions: { edit: [] },
			...(contents[name] !== undefined && {
				revisions: [{ revid: 1, user: 'A', slots: { main: { content: contents[name] } } }],
			}),
		}));
	return {
		growthmentorlist: { 7: { username: 'Ann' } },
		query: {
			pages,
			allpages: [],
			users: [edna],
			userinfo: uiprop === 'rights' ? { rights: [] } : {},
		},
	};
}

interface Opened {
	readonly body: string;
	readonly hasExtension?: boolean;
	readonly config?: Readonly<Record<string, unknown>>;
}

async function open({ body, ...more }: Opened) {
	document.body.innerHTML = body;
	const stubbed = stubPage({ answer, ...more });
	await import('../../gadget/entries/settings.tsx');
	return stubbed;
}

const edits = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Number of edits' });
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

describe('the form', () => {
	test.each([
		['on its own page, with the mentors', ownPage, false, [], true],
		['on its own page, with a way to the mentors', ownPage, true, ['Special:ManageMentors'], false],
		['below another form', otherForm, true, ['MediaWiki:Gadget-mentorship.json'], false],
	])('shows %s', async (_where, body, hasExtension, links, hasMentors) => {
		const { readShared } = await open({ body, hasExtension });
		expect((await edits()).value).toBe('5000');
		expect(readShared()).toMatchObject({ assertuser: 'Me' });
		const section = document.querySelector('.mentorship-settings');
		const found = [...(section?.querySelectorAll('p > a') ?? [])];
		expect(found.map((link) => link.getAttribute('href'))).toEqual(
			links.map((title) => `/wiki/${title}`),
		);
		expect(!!document.getElementById('mentorship-mentors-title')).toBe(hasMentors);
		expect(section?.textContent).toContain('Mentorship Gadget 1.0.0');
		expect(section?.parentElement?.lang).toBe('de');
	});

	test.each([
		['on its own page shows it anew below', ownPage, 'renewed'],
		['elsewhere leaves the page alone', otherForm + ownPage, 'as JSON'],
	])('saved %s, in the reader’s name', async (_where, body, below) => {
		const responseXML = new DOMParser().parseFromString(
			ownPage.replace('as JSON', 'renewed'),
			'text/html',
		);
		vi.stubGlobal(
			'XMLHttpRequest',
			class {
				onloadend = vi.fn();
				responseXML = responseXML;
				open = vi.fn();
				setRequestHeader = vi.fn();
				send = () => this.onloadend();
			},
		);
		await open({ body });
		fireEvent.input(await edits(), { target: { value: '4000' } });
		fireEvent.submit((await edits()).form ?? expect.fail());
		await screen.findByText(/^Saved/);
		expect(changes).toMatchObject([
			{ title: 'MediaWiki:Gadget-mentorship.json', summary: expect.stringContaining('4000') },
		]);
		await vi.waitFor(() => expect(document.querySelector('pre')?.textContent).toBe(below));
	});

	test('leads to the number that is wrong', async () => {
		await open({ body: ownPage });
		fireEvent.input(await edits(), { target: { value: 'many' } });
		fireEvent.submit((await edits()).form ?? expect.fail());
		expect(document.activeElement).toBe(await edits());
	});

	test('waits for the page, where that is still to come', async () => {
		const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
		await open({ body: ownPage });
		expect(document.querySelector('.mentorship-settings')).toBeNull();
		state.mockRestore();
		document.dispatchEvent(new Event('DOMContentLoaded'));
		await edits();
	});
});

test('a mentor is looked up, added and saved on the list, with the next name to be typed', async () => {
	await open({ body: ownPage });
	const name = await screen.findByRole('textbox', { name: 'User name' });
	await screen.findByText('There are no mentors yet.');
	fireEvent.input(name, { target: { value: 'edna' } });
	await press('Add mentor');
	await screen.findByRole('link', { name: 'Edna' });
	expect(document.activeElement?.id).toBe('mentorship-mentor-10');
	fireEvent.submit((name as HTMLInputElement).form ?? expect.fail());
	await screen.findByText(/^Saved/);
	expect(changes.map(({ title }) => title)).toEqual(['MediaWiki:GrowthMentors.json']);
	expect(Object.keys(JSON.parse(String(changes[0]?.text)).Mentors)).toEqual(['10']);
});

test('the preview counts those whom the form’s numbers would opt out, and gives the list away', async () => {
	const counted = { body: ownPage, hasExtension: true, config: { wgDBname: 'counted' } };
	await open(counted);
	await edits();
	await press('Show who would be opted out');
	await screen.findByText(/^1 of 1/);
	const saved: Blob[] = [];
	vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
		saved.push(blob as Blob);
		return 'blob:x';
	});
	const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
	await press('Download as CSV');
	expect(await saved[0]?.text()).toContain('Edna');
	expect(click).toHaveBeenCalledOnce();
	expect(click.mock.contexts).toMatchObject([{ download: 'mentorship.csv' }]);
	expect(document.body.textContent).toContain('9.000');
	// The form asks before it opts out most of them, and says how many.
	fireEvent.input(await edits(), { target: { value: '10' } });
	fireEvent.submit((await edits()).form ?? expect.fail());
	expect((await screen.findByRole('alert')).textContent).toMatch(/1 of 1/);
	// This browser keeps it, for this wiki.
	vi.resetModules();
	await open(counted);
	await screen.findByText(/^1 of 1/);
	expect((await indexedDB.databases()).map(({ name }) => name)).toContain(
		'mentorship-scan-counted',
	);
});

describe('beside the community’s own form', () => {
	const config = {
		communityConfigurationData: { data: { [thresholdsKey]: {} } },
		wgVersion: '1.45.0',
	};
	const opened = { body: fieldsOfCommunity, hasExtension: true, config };

	test('there is the preview of what is typed there', async () => {
		const beside = { ...opened, config: { ...config, wgDBname: 'beside' } };
		const { readShared } = await open(beside);
		await screen.findByText('Preview');
		await press('Show who would be opted out');
		await screen.findByText(/100 .*200 /);
		const [, number] = document.querySelectorAll('input');
		fireEvent.input(number ?? expect.fail(), { target: { value: '123' } });
		await screen.findByText(/123 .*200 /);
		expect(screen.queryByRole('textbox')).toBeNull();
		expect(readShared()).toMatchObject({ assertuser: 'Me' });
		expect(document.body.textContent).toContain('9.000');
		fireEvent.keyDown(screen.getAllByRole('slider')[0] ?? expect.fail(), { key: 'Home' });
		const numbers = document.querySelectorAll<HTMLInputElement>('[type=number]');
		expect(Array.from(numbers, ({ value }) => value)).toContain('0');
		vi.resetModules();
		await open(beside);
		await screen.findByText(/^1 of 1/);
	});

	test('what is on the gadget’s page is moved on a press, and shows by loading the page anew', async () => {
		const reload = vi.fn();
		vi.stubGlobal('location', { href: 'https://example.org/', reload });
		await open(opened);
		await press('Move the settings here');
		await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
		expect(changes.map(({ title }) => title)).toEqual([community]);
		expect(JSON.parse(String(changes[0]?.text))).toEqual({ [thresholdsKey]: block });
	});

	test('nothing is to be moved where the community’s page has thresholds', async () => {
		contents[community] = JSON.stringify({ [thresholdsKey]: block });
		const { beIdle } = await open(opened);
		await screen.findByText('Preview');
		beIdle();
		await settled();
		expect(screen.queryByRole('button', { name: 'Move the settings here' })).toBeNull();
	});

	test('a refusal to move is told, and it can be tried again', async () => {
		await open(opened);
		const button = await screen.findByRole('button', { name: 'Move the settings here' });
		refusal = 'protectedpage';
		fireEvent.click(button);
		expect(button.textContent).toBe('Saving…');
		await screen.findByRole('alert');
		expect([button.textContent, changes]).toEqual(['Move the settings here', []]);
	});
});
