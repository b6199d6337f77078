/** What the extension's own scripts have already loaded on its Homepage. */
declare const OO: {
	readonly ui: {
		getWindowManager(): {
			openWindow(
				name: 'message',
				options: {
					title: string;
					message: string | JQuery;
					actions: ReadonlyArray<{ action: string; label: string; flags: string | string[] }>;
				},
			): {
				readonly closing: PromiseLike<{ readonly action?: string } | undefined>;
				readonly closed: PromiseLike<unknown>;
			};
		};
	};
};

export interface Question {
	readonly title: string;
	/** A sentence, or an element that holds more than that. */
	readonly message: string | HTMLElement;
	readonly cancel: string;
	readonly confirm: string;
}

/** What a person answered. It is known at the press; the dialog takes its time to close. */
export interface Answer {
	readonly isConfirmed: boolean;
	/** When the dialog has gone and the page can be read and focused again. */
	readonly closed: PromiseLike<unknown>;
}

/** Asks a person to confirm something, in a dialog of the wiki's own (OOUI), as the extension does. */
export async function askToConfirm({ title, message, cancel, confirm }: Question): Promise<Answer> {
	await mw.loader.using('oojs-ui-windows');
	const { closing, closed } = OO.ui.getWindowManager().openWindow('message', {
		title,
		message: typeof message === 'string' ? message : $(message),
		actions: [
			{ action: 'reject', label: cancel, flags: 'safe' },
			{ action: 'accept', label: confirm, flags: ['primary', 'progressive'] },
		],
	});
	const { action } = Object(await closing);
	return { isConfirmed: action === 'accept', closed };
}
