// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { memoryOption } from '../../../gadget/domain/memory.ts';
import { storedStates } from '../../../gadget/domain/mentee.ts';
import { thresholdsKey, thresholdsThatCount } from '../../../gadget/domain/thresholds.ts';
import { mount } from '../../../gadget/hosts/growth/mount.ts';
import { ApiError, type ApiParameters } from '../../../gadget/wiki/api.ts';
import { stateOption } from '../../../gadget/wiki/growthState.ts';
import { noteSavedMemory } from '../../../gadget/wiki/ownMemory.ts';
import { settled, stubPage } from '../../support/stubPage.ts';
import {
	asked,
	before,
	createFakeWiki,
	type FakeWiki,
	optedOut,
	read,
	wikiTime,
	write,
} from './fakeGrowthWiki.ts';
import { experienced } from './growthPage.ts';

const day = 86_400_000;
const hour = 3_600_000;
/** The fake wiki’s list has them, too. */
const me = 5;
const gadgetPage = { [thresholdsKey]: { enabled: true, minEditcount: 500, minTenureInDays: 30 } };
const newcomer = { editCount: 3, registration: wikiTime };
const listedWithMe = { 5: 'Me', 6: 'Before', 7: 'Drawn', 8: 'Third' };

interface Visit {
	readonly isPlace?: boolean;
	readonly mentee?: typeof experienced;
	/** Whom the page names. */
	readonly mentorOnPage?: string;
	readonly storage?: Map<string, string>;
	/** What the page says is remembered, where that is not what the wiki has. */
	readonly remembered?: string | null;
	/** What an earlier page of this tab saved. */
	readonly savedInTab?: string;
	/** What comes of a request other than for texts. */
	readonly onRequest?: (parameters: ApiParameters) => Promise<void>;
}

const moduleOf = (text: string, more = '') => `
	<div data-module-name="mentorship" data-mode="desktop" class="growthexperiments-homepage-module">
		<div class="growthexperiments-homepage-module-header">${text}</div>
		${more}
	</div>`;

let changes: string[];
let reads: number;
const listen = document.addEventListener.bind(document);
let page = new AbortController();

beforeEach(() => {
	// What the page of an earlier test listens to has gone with it.
	page.abort();
	page = new AbortController();
	vi.spyOn(document, 'addEventListener').mockImplementation((type: string, listener: unknown) =>
		listen(type, listener as EventListener, { capture: true, signal: page.signal }),
	);
	vi.useFakeTimers({ now: wikiTime, toFake: ['Date'] });
	changes = [];
	reads = 0;
});

/** Opens a page with the hidden gadget on it, as the loader does. */
function open(wiki: FakeWiki, visit: Visit = {}) {
	const { isPlace = true, mentee = experienced, mentorOnPage = 'Before' } = visit;
	const facts = { version: wiki.version, hasExtension: true };
	const stubbed = stubPage({
		config: { GEHomepageMentorshipMentorName: mentorOnPage, wgUserId: me },
		options: {
			[stateOption]: wiki.state,
			[memoryOption]:
				visit.remembered === undefined ? JSON.stringify(wiki.memory) : visit.remembered,
		},
		...(visit.storage && { storage: visit.storage }),
		async answer(parameters) {
			if (parameters.ammessages) {
				const names = String(parameters.ammessages).split('|');
				const content = (name: string) => name.split('-').at(-1);
				const allmessages = names.map((name) => ({ name, content: content(name) }));
				return { query: { allmessages, pages: [], allpages: [] } };
			}
			await visit.onRequest?.(parameters);
			if (!/^(query|expandtemplates)$/.test(String(parameters.action))) {
				const { action, state, mentor, optionname } = parameters;
				changes.push(String(state ?? mentor ?? optionname ?? action));
				return write(wiki, parameters);
			}
			reads += 1;
			expect(parameters.text ?? '{{#mentor:Me}}').toBe('{{#mentor:Me}}');
			expect(stubbed.readShared()).toMatchObject({ assertuser: 'Me' });
			return read(wiki, parameters);
		},
	});
	if (visit.savedInTab) {
		noteSavedMemory(visit.savedInTab);
		mw.user.options.set(memoryOption, visit.remembered);
	}
	document.body.innerHTML = isPlace ? moduleOf('Server’s') : '';
	const place = document.querySelector<HTMLElement>('[data-module-name]');
	if (place) {
		place.style.visibility = 'hidden';
	}
	const done = mount({
		person: { id: me, name: 'Me', ...mentee },
		place,
		wiki: facts,
		counting: thresholdsThatCount(facts, gadgetPage, wiki.extensionPage),
		gadgetPage,
	});
	return { ...stubbed, done };
}

/** The heading of the card that is in sight; none where it is hidden. */
const heading = () =>
	[...document.querySelectorAll<HTMLElement>('[data-module-name]')]
		.filter(({ style }) => style.display !== 'none' && style.visibility !== 'hidden')
		.map((module) =>
			module.querySelector('.growthexperiments-homepage-module-header')?.textContent?.trim(),
		)
		.join();

const graduated = [memoryOption, 'optout', memoryOption];
const elsewhere = { isPlace: false };
const explicit = { state: storedStates.explicit, memory: { version: 1, mentor: before } } as const;
const late = new Date(wikiTime - 2 * hour).toISOString();

describe('a page is opened', () => {
	test.each<[string, Partial<FakeWiki>, Visit, string, string[]]>([
		['by an experienced editor', {}, {}, 'header', graduated],
		['by a newcomer', {}, { mentee: newcomer }, 'Server’s', []],
		['by one who asked', { memory: asked }, {}, 'Server’s', []],
		['elsewhere by an experienced editor', {}, elsewhere, '', graduated],
		['elsewhere by a newcomer', {}, { ...elsewhere, mentee: newcomer }, '', []],
		['where a newer gadget remembers', {}, { remembered: '{"version":2}' }, '', []],
		['on 1.43 by one whose state 1.45 knows', explicit, elsewhere, '', []],
		[
			'on 1.45 by one who asked before it came',
			{ version: '1.45.0', memory: asked },
			elsewhere,
			'',
			[stateOption],
		],
		[
			'on 1.45 by one who asked there',
			{ ...explicit, version: '1.45.0' },
			elsewhere,
			'',
			[memoryOption, memoryOption],
		],
		[
			'by one whose mentor came late, who is listed themselves',
			{ ...optedOut, memory: { ...optedOut.memory, unstoredAt: late }, listed: listedWithMe },
			elsewhere,
			'',
			['Before', memoryOption],
		],
	])('%s', async (_what, facts, visit, shown, changed) => {
		const wiki = createFakeWiki(facts);
		const { done, warn } = open(wiki, visit);
		await done;
		await settled();
		expect([heading(), changes, warn.mock.calls]).toEqual([shown, changed, []]);
		expect(reads > 0).toBe(changed.length > 0);
	});
});

test('the opted-out card shows before the wiki has said anything of the person', async () => {
	const never = () => new Promise<void>(() => undefined);
	await open(createFakeWiki(), { onRequest: never }).done;
	await settled();
	expect([heading(), changes]).toEqual(['header', []]);
});

test('what was refused is not tried again within a day, and the server’s card shows', async () => {
	const storage = new Map<string, string>();
	const wiki = createFakeWiki();
	const onRequest = async ({ action }: ApiParameters) => {
		if (action === 'growthsetmenteestatus') {
			throw new ApiError('blocked');
		}
	};
	const { warn } = open(wiki, { storage, onRequest });
	await settled();
	expect(warn.mock.calls.map(([, error]) => error.code)).toEqual(['blocked']);
	expect(heading()).toBe('Server’s');
	for (const [later, expected] of [
		[day - 1, [memoryOption]],
		[day, [memoryOption, ...graduated]],
	] as const) {
		vi.setSystemTime(wikiTime + later);
		open(Object.assign(wiki, { memory: { version: 1 } }), { storage });
		await settled();
		expect([heading(), changes]).toEqual([expected[1] ? 'header' : 'Server’s', expected]);
	}
});

test('elsewhere, who has no mentor stays, and is not asked about again; on the Homepage they are', async () => {
	const storage = new Map<string, string>();
	const wiki = createFakeWiki({ mentor: '' });
	const visit = { storage, mentorOnPage: '' };
	await open(wiki, { ...visit, ...elsewhere }).done;
	const count = reads;
	await open(wiki, { ...visit, ...elsewhere }).done;
	expect([count > 0, reads, changes]).toEqual([true, count, []]);
	await open(wiki, visit).done;
	await settled();
	expect(changes).toEqual(graduated);
});

test('the mentor whom the page names is remembered where the wiki has not stored them', async () => {
	const wiki = createFakeWiki({ mentor: '' });
	await open(wiki).done;
	await settled();
	expect(wiki.memory).toMatchObject({ mentor: before, unstoredAt: expect.any(String) });
});

test('elsewhere, what fails is for the loader to say', async () => {
	const onRequest = async () => {
		throw new ApiError('readonly');
	};
	const { done } = open(createFakeWiki(), { ...elsewhere, onRequest });
	await expect(done).rejects.toMatchObject({ code: 'readonly' });
});

test('of a page older than what was saved in this tab, that counts: they have asked since', async () => {
	await open(createFakeWiki({ memory: asked }), {
		...elsewhere,
		remembered: null,
		savedInTab: JSON.stringify(asked),
	}).done;
	expect([reads, changes]).toEqual([0, []]);
});

describe('“Get a mentor”', () => {
	const script = 'ext.growthExperiments.Homepage.Mentorship';
	/** The menu beside the heading, and "Learn more": nothing without the extension's script. */
	const wiredByExtension = `<b>Menu’s name</b>
		<span class="growthexperiments-homepage-mentorship-ellipsis"><a></a></span>
		<a id="growthexperiments-homepage-mentorship-learn-more"></a>`;

	/** The wiki's dialog, in which the person chooses the mentor of before, or another. */
	function answerDialog(choice: number) {
		const said: object[] = [];
		vi.stubGlobal('OO', {
			ui: {
				getWindowManager: () => ({
					openWindow(_name: string, options: { readonly message: string | ArrayLike<Element> }) {
						said.push(options);
						const inputs = Object(options.message)[0]?.querySelectorAll?.('input') ?? [];
						inputs[choice]?.click();
						return {
							closing: Promise.resolve({ action: 'accept' }),
							closed: Promise.resolve(),
						};
					},
				}),
			},
		});
		return said;
	}

	test.each([
		['the same one', 0, [], 'Before'],
		['the same one, also where it cannot be noted as done,', 0, ['readonly'], 'Before'],
		['another, by lot', 1, [], 'Third'],
	])('gives back %s, with the card as the server has it by now', async (...row) => {
		const [, choice, refusals, name] = row;
		vi.spyOn(Math, 'random').mockReturnValueOnce(0.1).mockReturnValueOnce(0.9);
		const said = answerDialog(choice);
		let loadedThen: readonly string[] = [];
		vi.stubGlobal(
			'XMLHttpRequest',
			class {
				onloadend = () => undefined;
				responseXML = new DOMParser().parseFromString(
					moduleOf(`Card of ${name}`, wiredByExtension),
					'text/html',
				);
				open = vi.fn();
				setRequestHeader = vi.fn();
				send() {
					loadedThen = [...loaded];
					this.onloadend();
				}
			},
		);
		const memory = { ...asked, graduatedAt: undefined };
		const wiki = createFakeWiki({ ...optedOut, memory, listed: listedWithMe, drawn: 'Before' });
		const onRequest = async ({ optionvalue = '"pending"' }: ApiParameters) => {
			for (const code of /"pending"/.test(String(optionvalue)) ? [] : refusals) {
				throw new ApiError(code);
			}
		};
		const { loaded, warn } = open(wiki, { mentorOnPage: '', onRequest });
		Object.assign(mw.loader, {
			moduleRegistry: { [script]: { script: 'code' } },
			implement: vi.fn(),
		});
		document.body.insertAdjacentHTML(
			'beforeend',
			'<div id="mw-ge-homepage-mentorship-optin"><a role="button">Get one</a></div>',
		);
		document.querySelector<HTMLElement>('[role=button]')?.click();
		await settled();
		await settled();
		expect(said).toMatchObject([{ title: 'header' }]);
		expect([wiki.mentor, heading()]).toEqual([name, `Card of ${name}`]);
		expect(warn.mock.calls.map(([, error]) => error.code)).toEqual(refusals);
		expect(loadedThen).toContain(script);
		expect(loaded).toContain(`${script}.again`);
		expect(document.querySelector('a[aria-label="Menu’s name"]')).not.toBeNull();
		expect(document.querySelector('[role=status]')?.textContent).toContain(name);
	});
});
