import { expect, test, vi } from 'vitest';
import { askToConfirm } from '../../gadget/wiki/confirm.ts';

const question = { title: 'Title', message: 'Message', cancel: 'No', confirm: 'Yes' };

/** OOUI's window, which closes with what was pressed. */
function stubDialog(closing: unknown) {
	const openWindow = vi.fn(() => ({ closing: Promise.resolve(closing), closed: 'later' }));
	vi.stubGlobal('OO', { ui: { getWindowManager: () => ({ openWindow }) } });
	vi.stubGlobal('mw', { loader: { using: vi.fn() } });
	return openWindow;
}

test.each([
	['the confirming button', { action: 'accept' }, true],
	['the other button', { action: 'reject' }, false],
	['Escape, or a click beside it', {}, false],
	['nothing: another script took it away', undefined, false],
])('a dialog that was closed by %s is confirmed: %3$j', async (_what, closing, isConfirmed) => {
	stubDialog(closing);
	expect(await askToConfirm(question)).toEqual({ isConfirmed, closed: 'later' });
});

test('each button says what it does, and Escape is that of the safe one', async () => {
	const openWindow = stubDialog({});
	await askToConfirm(question);
	expect(openWindow).toHaveBeenCalledWith('message', {
		title: 'Title',
		message: 'Message',
		actions: [
			{ action: 'reject', label: 'No', flags: 'safe' },
			{ action: 'accept', label: 'Yes', flags: ['primary', 'progressive'] },
		],
	});
});

test('a dialog opens once its code is there, with an element in it as it is', async () => {
	const openWindow = stubDialog({});
	const element = { nodeName: 'P' } as HTMLElement;
	vi.stubGlobal('$', (given: unknown) => [given]);
	let loaded: () => void = () => undefined;
	const loading = new Promise<void>((resolve) => {
		loaded = resolve;
	});
	mw.loader.using = vi.fn(() => loading) as never;
	const answered = askToConfirm({ ...question, message: element });
	expect(openWindow).not.toHaveBeenCalled();
	loaded();
	await answered;
	expect(openWindow).toHaveBeenCalledWith(
		'message',
		expect.objectContaining({ message: [element] }),
	);
});
