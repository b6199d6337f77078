import { describe, expect, test } from 'vitest';
import type { MentorProfile } from '../../../gadget/hosts/host.ts';
import {
	type CardEvent,
	type CardState,
	type Dialog,
	initialCard,
	reduceCard,
} from '../../../gadget/hosts/plain/card.ts';

const mentor: MentorProfile = {
	name: 'Mentor',
	userPage: '/User:Mentor',
	questionPage: '/User_talk:Mentor',
	message: null,
	editCount: 5,
	lastActive: null,
};
const failure = { key: 'failure-offline', parameter: '' } as const;
const stateAfter = (state: CardState, ...events: CardEvent[]): CardState =>
	events.reduce(reduceCard, state);
const changed = (change: Partial<Dialog>): CardEvent => ({ type: 'dialogChanged', change });
const confirmed = changed({ isBusy: true, failure: null });
const openGet: CardEvent = { type: 'dialogOpened', kind: 'get', choosableMentor: null };

describe('the card', () => {
	test.each([
		[true, 'optedOut'],
		[false, 'waiting'],
	] as const)('begins, given opted out: %s, as %s', (isOptedOut, kind) => {
		expect(initialCard(isOptedOut).face.kind).toBe(kind);
	});

	test('shows a mentor, and then more of them', () => {
		const state = stateAfter(
			initialCard(false),
			{ type: 'mentorShown', mentor: { ...mentor, editCount: undefined } },
			{ type: 'mentorShown', mentor },
		);
		expect(state.face).toEqual({ kind: 'mentor', mentor, isSubstitute: false });
	});

	test('says why there is no mentor, and waits again on trying again', () => {
		const failed = stateAfter(initialCard(false), { type: 'mentorMissing', failure });
		expect(failed.face).toEqual({ kind: 'failed', failure });
		expect(stateAfter(failed, { type: 'retried' }).face.kind).toBe('waiting');
	});

	test('keeps a mentor who is there, given only the details could not be had', () => {
		const shown = stateAfter(initialCard(false), { type: 'mentorShown', mentor });
		expect(stateAfter(shown, { type: 'mentorMissing', failure })).toBe(shown);
	});

	test('does not bring back a mentor whose details come after opting out', () => {
		const left = stateAfter(initialCard(false), { type: 'mentorShown', mentor }, { type: 'left' });
		expect(stateAfter(left, { type: 'mentorShown', mentor }).face.kind).toBe('optedOut');
	});

	test('still says that the mentor is not the one asked for, once the details come', () => {
		const given = stateAfter(initialCard(true), openGet, confirmed, {
			type: 'mentorGiven',
			given: { mentor, isSubstitute: true },
		});
		expect(given.dialog).toBeNull();
		expect(stateAfter(given, { type: 'mentorShown', mentor }).face).toMatchObject({
			isSubstitute: true,
		});
	});
});

describe('a dialog', () => {
	test('asks for the same mentor first', () => {
		const state = stateAfter(initialCard(true), openGet);
		expect(state.dialog).toMatchObject({ wish: 'sameMentor', isBusy: false, failure: null });
	});

	test('cannot be closed while the wiki is working', () => {
		const busy = stateAfter(initialCard(true), openGet, confirmed);
		expect(stateAfter(busy, { type: 'dialogClosed' })).toBe(busy);
	});

	test('keeps what was chosen, given the wiki refuses', () => {
		const refused = stateAfter(
			initialCard(true),
			openGet,
			changed({ wish: 'differentMentor' }),
			confirmed,
			changed({ isBusy: false, failure }),
		);
		expect(refused.dialog).toMatchObject({ wish: 'differentMentor', isBusy: false, failure });
		expect(stateAfter(refused, confirmed).dialog).toMatchObject({
			failure: null,
			isBusy: true,
		});
	});

	test('leaves the card as it was, given it is cancelled', () => {
		const cancelled = stateAfter(initialCard(true), openGet, { type: 'dialogClosed' });
		expect(cancelled).toEqual(initialCard(true));
	});
});
