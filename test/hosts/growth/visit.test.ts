// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Wish } from '../../../gadget/domain/memory.ts';
import type { Outcome } from '../../../gadget/hosts/growth/host.ts';
import { createVisit, type VisitDependencies } from '../../../gadget/hosts/growth/visit.ts';
import type { GivenMentor } from '../../../gadget/hosts/host.ts';
import { ApiError } from '../../../gadget/wiki/api.ts';
import { settled } from '../../support/stubPage.ts';

const texts = {
	header: 'Header',
	text: 'Text',
	button: 'Get one',
	dialogHeader: 'Sure?',
	dialogText: 'You will get one.',
	dialogCancel: 'No',
	dialogContinue: 'Yes',
};
const given = (name: string, isSubstitute = false): GivenMentor => ({
	mentor: { name, userPage: `/User:${name}` },
	isSubstitute,
});
const refused = async (): Promise<never> => Promise.reject(new ApiError('blocked'));
const cutOff = async (): Promise<never> => Promise.reject(new ApiError('timeout'));
const misread = async (): Promise<never> => Promise.reject(new Error('odd'));

/** What the page, the wiki and the person do; unless told otherwise, what is wanted of them. */
interface Circumstances {
	readonly mentorOnPage: string;
	readonly outcome: (onGraduate: () => void) => Promise<Outcome>;
	readonly bringTexts: VisitDependencies['bringTexts'];
	readonly hasCard: boolean;
	readonly fetchPageAnew: VisitDependencies['fetchPageAnew'];
	readonly former: string | null;
	/** Of the radio buttons, the first being chosen already; `null`: presses "cancel". */
	readonly choice: number | null;
	readonly getMentor: () => Promise<GivenMentor>;
}

let happened: string[];

/** Opens the Homepage; what it does, in order, is in {@link happened}. */
function open(circumstances: Partial<Circumstances>) {
	const { mentorOnPage, outcome, hasCard = true, former = null, choice = 0 } = circumstances;
	const note =
		(...what: string[]) =>
		(...details: unknown[]): void => {
			happened.push([...what, ...details].join(' ').trim());
		};
	const page = new Document();
	let press = (): void => undefined;
	const visit = createVisit({
		host: {
			act: outcome ?? (async () => ({ isOptedOut: true, given: null })),
			choosableMentor: () => former,
			prepare: note('prepare'),
			async getMentor(wish: Wish) {
				note('get')(wish);
				return circumstances.getMentor?.() ?? given('Ann');
			},
		},
		view: {
			showOptedOut: (shown) => note(shown === texts ? opted : 'other texts')(),
			restore: note(server),
			nameMentor: ({ name }) => note('name')(name),
			showCard(fetched) {
				expect(fetched).toBe(page);
				note('card')();
				return hasCard ? document.createElement('div') : undefined;
			},
			showFailure: note('failure'),
			announce: note('announce'),
		},
		takeOverOptInButton(listen) {
			press = listen;
			return { setBusy: note('busy'), focus: note('focus'), giveBack: note('give back') };
		},
		text: (...parts) => parts.join(' '),
		mentorOnPage,
		bringTexts: circumstances.bringTexts ?? (async () => texts),
		fetchPageAnew: circumstances.fetchPageAnew ?? (async () => page),
		connectMentorScripts: async () => note('connect')(),
		nameMenu: note('menu'),
		async askToConfirm({ title, message, cancel, confirm }) {
			note('ask')(title, cancel, confirm);
			if (typeof message !== 'string') {
				const options = message.querySelectorAll('input');
				if (choice) {
					options[choice]?.click();
				}
				for (const option of options) {
					const { type, name, checked } = option;
					note(checked ? '●' : '○')(type, name, option.getAttribute('aria-label'));
				}
			}
			return { isConfirmed: choice !== null, closed: settled().then(note('closed')) };
		},
		log: (error) => note('log')(Object(error).message),
	});
	return { visit, press: () => press() };
}

beforeEach(() => {
	happened = [];
	vi.stubGlobal('mw', { log: { warn: () => undefined } });
});

const opted = 'opted-out card';
const server = 'server’s card';

describe('what was decided', () => {
	const graduates = async () => ({ isOptedOut: true, given: null });
	const stays = async () => ({ isOptedOut: false, given: null });
	const comesBack = async () => ({ isOptedOut: false, given: given('Ann') });
	const asksTo = async (onGraduate: () => void) => {
		onGraduate();
		return graduates();
	};
	const late = async () => settled().then(() => texts);
	const bob = { mentorOnPage: 'Bob' };
	const back = { outcome: comesBack };

	test.each<[string, boolean, Partial<Circumstances>, string[]]>([
		['nothing', false, {}, [server]],
		['a graduation, shown at once', true, { ...bob, outcome: graduates }, [opted]],
		['one that the wiki asks for', false, { ...bob, outcome: asksTo }, [server, opted]],
		['one done on another device', false, { ...bob, outcome: graduates }, [server, opted]],
		['one that the page shows already', false, { outcome: graduates }, [server]],
		['one not asked for any more', true, { outcome: stays }, [opted, server]],
		['one whose texts come after that', true, { outcome: stays, bringTexts: late }, [server]],
		['one without texts', true, { bringTexts: cutOff }, ['log timeout']],
		['one that is broken off', true, { outcome: cutOff }, [opted, 'log timeout']],
		['one that is refused', true, { outcome: refused }, [opted, server, 'log blocked']],
		['something else refused', false, { outcome: refused }, [server, 'log blocked']],
		['a return', false, back, [server, 'name Ann', 'card', 'connect', 'menu']],
		[
			'one without a card',
			false,
			{ ...back, hasCard: false },
			[server, 'name Ann', 'card', 'menu'],
		],
		['one to the card there', false, { ...back, mentorOnPage: 'Ann' }, [server, server, 'menu']],
	])('%s', async (_what, isWrongCard, circumstances, expected) => {
		open(circumstances).visit.begin(isWrongCard, circumstances.outcome ? 'finish' : null);
		await settled();
		await settled();
		expect(happened).toEqual(expected);
	});
});

describe('“Get a mentor”', () => {
	const asked = ['failure', 'prepare', 'ask Sure? No Yes'];
	const sent = ['busy card-get-busy', 'get sameMentor'];
	const told = ['closed', 'announce card-mentor-assigned \u2068Ann\u2069'];
	const here = { mentorOnPage: 'Ann' };
	const shown = [server, 'menu'];
	const failed = (key: string) => ['busy', `failure ${key}`, 'focus'];
	const other = async () => given('Ann', true);
	const options = (same: string, different: string) => [
		`${same} radio mentorship-wish card-get-same \u2068Bob\u2069`,
		`${different} radio mentorship-wish card-get-different`,
	];

	test.each<[string, Partial<Circumstances>, string[]]>([
		['gives one, told when the dialog has gone', here, [...sent, ...shown, ...told]],
		[
			'where there was none, gives no substitute',
			{ ...here, getMentor: other },
			[...sent, ...shown, ...told],
		],
		[
			'gives a substitute for the chosen one',
			{ ...here, former: 'Bob', getMentor: other },
			[
				...options('●', '○'),
				...sent,
				...shown,
				...told.map((line) => line.replace('assigned', 'assigned-other')),
			],
		],
		[
			'gives another where that is the wish',
			{ ...here, former: 'Bob', choice: 1 },
			[...[...options('○', '●'), ...sent].with(-1, 'get differentMentor'), ...shown, ...told],
		],
		['does nothing unless confirmed', { choice: null }, ['closed', 'focus']],
		[
			'tells why there is none',
			{ getMentor: refused },
			[...sent, 'closed', ...failed('failure-blocked blocked')],
		],
		[
			'tells of them before the page has come',
			{ fetchPageAnew: () => new Promise(() => undefined) },
			[...sent, 'name Ann', ...told],
		],
		[
			'tells of them where the page never comes',
			{ fetchPageAnew: cutOff },
			[...sent, 'name Ann', 'log timeout', ...told],
		],
	])('%s', async (_what, circumstances, expected) => {
		open(circumstances).press();
		await settled();
		await settled();
		expect(happened).toEqual([...asked, ...expected]);
	});

	const inOrder = async () => texts;
	test.each([
		['tells why it cannot ask', false, inOrder, cutOff, failed('failure-timeout timeout')],
		['on our card tells of a mistake of ours', true, inOrder, misread, failed('failure-own')],
		['without a text is the wiki’s own', false, inOrder, misread, ['log odd', 'give back']],
		['is it also where ours failed before', true, misread, misread, ['log odd', 'give back']],
	])('%s', async (_what, isWrongCard, first, then, expected) => {
		const bringTexts = vi.fn<VisitDependencies['bringTexts']>(then).mockImplementationOnce(first);
		const { visit, press } = open({ bringTexts });
		visit.begin(isWrongCard, null);
		if (!isWrongCard) {
			await bringTexts();
		}
		await settled();
		press();
		await settled();
		expect(happened.slice(1)).toEqual([...asked.slice(0, 2), ...expected]);
	});
});
