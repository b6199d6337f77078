import { expect, test } from 'vitest';
import {
	type CardEvent,
	type CardState,
	initialCard,
	reduceCard,
} from '../../../gadget/hosts/plain/card.ts';
import { changed, given, mentor, opened } from './showCard.ts';

const failure = { key: 'failure-offline', parameter: '' } as const;
const stateAfter = (isOptedOut: boolean, ...events: CardEvent[]): CardState =>
	events.reduce(reduceCard, initialCard(isOptedOut));
const shown: CardEvent = { type: 'mentorShown', mentor };
const unknownYet: CardEvent = { type: 'mentorShown', mentor: { ...mentor, message: undefined } };
const missing: CardEvent = { type: 'mentorMissing', failure };
const closed: CardEvent = { type: 'dialogClosed' };
const confirmed = changed({ isBusy: true, failure: null });
const refused = changed({ isBusy: false, failure });
const face = { kind: 'mentor', mentor, isSubstitute: false };

test.each<[string, boolean, CardEvent[], object]>([
	['waits for a mentor at first', false, [], { kind: 'waiting' }],
	['begins opted out', true, [], { kind: 'optedOut' }],
	['shows a mentor, and then more about them', false, [unknownYet, shown], face],
	['says why there is no mentor', false, [missing], { kind: 'failed', failure }],
	[
		'waits again when the person retries',
		false,
		[missing, { type: 'retried' }],
		{ kind: 'waiting' },
	],
	['keeps a mentor whose details cannot be read', false, [shown, missing], face],
	[
		'expects no introduction any more where the details cannot be read',
		false,
		[unknownYet, missing],
		{ ...face, mentor: { ...mentor, message: null } },
	],
	[
		'stays opted out when details come late',
		false,
		[shown, { type: 'left' }, shown],
		{ kind: 'optedOut' },
	],
	[
		'stays opted out when details fail late',
		false,
		[shown, { type: 'left' }, missing],
		{ kind: 'optedOut' },
	],
	[
		'still says that the mentor is another when the details come',
		true,
		[opened('get'), confirmed, given({}, true), shown],
		{ ...face, isSubstitute: true },
	],
])('the card %s', (_what, isOptedOut, events, expected) => {
	expect(stateAfter(isOptedOut, ...events)).toEqual({ face: expected, dialog: null });
});

const chosen = changed({ wish: 'differentMentor' });

test.each<[string, CardEvent[], object | null]>([
	['asks for the same mentor first', [], { wish: 'sameMentor', isBusy: false, failure: null }],
	['is closed when it is cancelled', [closed], null],
	['cannot be closed while the wiki is working', [confirmed, closed], { isBusy: true }],
	[
		'keeps what was chosen when the wiki refuses',
		[chosen, confirmed, refused],
		{ wish: 'differentMentor', isBusy: false, failure },
	],
	[
		'drops the failure when it is tried again',
		[confirmed, refused, confirmed],
		{ isBusy: true, failure: null },
	],
])('a dialog %s', (_what, events, dialog) => {
	const state = stateAfter(true, opened('get'), ...events);
	expect(state).toMatchObject({ face: { kind: 'optedOut' }, dialog });
});
