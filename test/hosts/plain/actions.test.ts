import { expect, test, vi } from 'vitest';
import { createCardActions } from '../../../gadget/hosts/plain/actions.ts';
import { type CardEvent, initialCard, reduceCard } from '../../../gadget/hosts/plain/card.ts';
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
		choosableMentor: () => null,
		followMentor: vi.fn(async () => undefined),
		findReturningMentor: () => found,
		getMentor: async () => ({ mentor, isSubstitute }),
		optOut: async () => undefined,
	};
	const actions = createCardActions({ host, getState: () => state, dispatch });
	/** The list has been asked. */
	async function answer(name: string | undefined): Promise<void> {
		find(name);
		await found;
	}
	return { actions, dispatch, answer, readState: () => state };
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
