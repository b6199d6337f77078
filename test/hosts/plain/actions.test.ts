import { expect, test, vi } from 'vitest';
import { createCardActions } from '../../../gadget/hosts/plain/actions.ts';
import { type CardEvent, initialCard, reduceCard } from '../../../gadget/hosts/plain/card.ts';
import { ApiError } from '../../../gadget/wiki/api.ts';
import { mentor } from './showCard.ts';

/** The card of somebody opted out, whose host answers when it is told to. */
function openCard(isSubstitute = false) {
	let state = initialCard(true);
	const dispatch = (event: CardEvent) => {
		state = reduceCard(state, event);
	};
	let find = (_name: string | undefined): void => undefined;
	const found = new Promise<string | undefined>((resolve) => {
		find = resolve;
	});
	const host = {
		choosableMentor: vi.fn<() => string | null>(() => null),
		followMentor: vi.fn(async () => undefined),
		findReturningMentor: () => found,
		getMentor: vi.fn(async () => ({ mentor, isSubstitute })),
		optOut: vi.fn(async () => undefined),
	};
	const actions = createCardActions({ host, getState: () => state, dispatch });
	/** The list has been asked. */
	async function answer(name: string | undefined): Promise<void> {
		find(name);
		await found;
	}
	return { actions, dispatch, answer, host, readState: () => state };
}

test.each([
	['the dialog that asked', 'get', 'Ann'],
	['no later dialog', 'about', undefined],
] as const)('who comes back is told in %s', async (_what, kind, expected) => {
	const { actions, dispatch, answer, readState } = openCard();
	actions.openDialog('get');
	dispatch({ type: 'dialogClosed' });
	actions.openDialog(kind);
	await answer('Ann');
	expect(readState().dialog?.returningMentor).toBe(expected);
});

test.each([
	['Ann', true],
	[undefined, false],
])('told of %s, a person hears that they got another: %s', async (returning, isTold) => {
	const { actions, answer, readState } = openCard(true);
	actions.openDialog('get');
	await answer(returning);
	actions.confirm();
	await vi.waitFor(() => expect(readState().face).toMatchObject({ isSubstitute: isTold }));
});

const refused = async (): Promise<never> => Promise.reject(new ApiError('readonly'));
const failure = { key: 'failure-readonly', parameter: 'readonly' };

test('a mentor who cannot be found is told of, and looked for again', async () => {
	const { actions, dispatch, host, readState } = openCard();
	dispatch({ type: 'retried' });
	host.followMentor.mockImplementation(refused);
	actions.followMentor();
	await vi.waitFor(() => expect(readState().face).toEqual({ kind: 'failed', failure }));
	actions.retry();
	expect([readState().face.kind, host.followMentor.mock.calls.length]).toEqual(['waiting', 2]);
});

test.each(['getMentor', 'optOut'] as const)('%s is done once, and tried again', async (deed) => {
	const { actions, dispatch, host, readState } = openCard();
	host.choosableMentor.mockReturnValue('Bob');
	actions.openDialog(deed === 'optOut' ? 'leave' : 'get');
	dispatch({ type: 'dialogChanged', change: { wish: 'differentMentor' } });
	host[deed].mockImplementationOnce(refused);
	actions.confirm();
	actions.confirm();
	expect(readState().dialog).toMatchObject({ isBusy: true, choosableMentor: 'Bob' });
	await vi.waitFor(() => expect(readState().dialog).toMatchObject({ isBusy: false, failure }));
	expect(readState().face.kind).toBe('optedOut');
	actions.confirm();
	expect(readState().dialog).toMatchObject({ isBusy: true, failure: null });
	await vi.waitFor(() => expect(readState().dialog).toBeNull());
	expect(host[deed].mock.calls).toEqual(
		deed === 'optOut' ? [[], []] : [['differentMentor'], ['differentMentor']],
	);
});
