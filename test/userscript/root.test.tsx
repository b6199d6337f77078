import { fireEvent, screen } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { memoryOption } from '../../gadget/domain/memory.ts';
import { thresholdsKey } from '../../gadget/domain/thresholds.ts';
import german from '../../gadget/i18n/de.json';
import english from '../../gadget/i18n/en.json';
import { settled, stubPage } from '../support/stubPage.ts';

const openCard = vi.fn();
vi.mock('../../gadget/hosts/open.ts', () => ({ open: () => openCard() }));

const content = JSON.stringify({
	[thresholdsKey]: { enabled: true, minEditcount: 77, minTenureInDays: 3 },
});
const person = {
	wgNamespaceNumber: 4,
	wgUserEditCount: 6000,
	wgUserRegistration: Date.now() - 40 * 86_400_000,
};
const placeholder = '<div class="mentorship-module"></div>';

interface Visit {
	readonly config?: Readonly<Record<string, unknown>>;
	/** What ResourceLoader says of the wiki's own gadget. */
	readonly gadget?: string | null;
	readonly isFramed?: boolean;
	readonly isClaimed?: boolean;
	readonly body?: string;
	/** Of the page of thresholds. */
	readonly revisions?: readonly object[];
	readonly memory?: string | null;
}

/** Runs the userscript on a page; the links that it adds to the tools are in the body. */
async function run(visit: Visit = {}) {
	const { revisions = [{ slots: { main: { content } } }] } = visit;
	const page = stubPage({
		config: { ...person, ...visit.config },
		options: { [memoryOption]: visit.memory ?? null },
		answer: () => ({ query: { pages: [{ title: 'x', revisions }] } }),
	});
	const addCSS = vi.fn();
	document.body.innerHTML = visit.body ?? placeholder;
	if (visit.isClaimed) {
		document.body.dataset.mentorshipUserscript = 'here';
	}
	Object.assign(mw.util, {
		addCSS,
		addPortletLink(_menu: string, _href: string, label: string) {
			const link = document.createElement('a');
			link.textContent = label;
			document.body.append(link);
			return link;
		},
	});
	const getState = (name: string) => (name === 'ext.gadget.mentorship' ? visit.gadget : null);
	Object.assign(mw.loader, { getState: (name: string) => getState(name) ?? null });
	vi.stubGlobal(
		'$',
		Object.assign((work: () => void) => work(), { ready: Promise.resolve() }),
	);
	if (visit.isFramed) {
		vi.stubGlobal('top', {});
	}
	window.RLQ = { push: ([, work]) => work() };
	await import('../../gadget/entries/userscript.tsx');
	for (let turn = 0; turn < 5; turn += 1) {
		await settled();
	}
	return { ...page, addCSS };
}

beforeEach(() => {
	vi.resetModules();
	document.documentElement.lang = 'de';
	openCard.mockReset();
	delete document.body.dataset.mentorshipUserscript;
});

const { 'userscript-menu': menu, 'userscript-menu-off': menuOff } = english;

test.each<[string, Visit, string | null, number]>([
	['with a place', {}, menu, 1],
	['without a place', { body: '' }, menu, 0],
	['of a wiki without thresholds', { revisions: [] }, menuOff, 1],
	['where the gadget is for other pages', { gadget: 'registered' }, menu, 1],
	['where the gadget is itself', { gadget: 'ready' }, null, 0],
	['for a reader who is logged out', { config: { wgUserName: null } }, null, 0],
	['in a frame', { isFramed: true }, null, 0],
	['of articles', { config: { wgNamespaceNumber: 0 } }, null, 0],
	['that has the script twice', { isClaimed: true }, null, 0],
])('on a page %s', async (_what, visit, label, cards) => {
	const { loaded, addCSS, readShared } = await run(visit);
	expect([...document.querySelectorAll('a')].map(({ textContent }) => textContent)).toEqual(
		label === null ? [] : [label],
	);
	expect(openCard).toHaveBeenCalledTimes(cards);
	expect([loaded.length, addCSS.mock.calls.length]).toEqual(label === null ? [0, 0] : [1, 1]);
	expect(readShared()?.assertuser).toBe(label === null ? undefined : 'Me');
});

test.each([
	['would be opted out', null, english['userscript-opted-out']],
	[
		'has asked for a mentor',
		JSON.stringify({ version: 1, askedAt: 'x' }),
		english['userscript-asked'],
	],
])('the look at the rule begins with the community’s numbers, for one who %s', async (...row) => {
	const [, memory, outcome] = row;
	await run({ memory });
	fireEvent.click(screen.getByText(menu));
	expect(screen.getByLabelText(english['form-minEditcount'])).toHaveProperty('value', '77');
	expect(document.body.textContent).toContain('6.000');
	expect(screen.getByRole('status', { hidden: true }).textContent).toBe(outcome);
});

test('the cards speak the reader’s language', async () => {
	await run({ config: { wgUserLanguage: 'de' } });
	const { default: texts } = await import('../../gadget/userscript/english.ts');
	expect(texts.close).toBe(german.close);
});
