/** What the extension's own scripts have already loaded on its Homepage. */
declare const OO: {
	readonly ui: {
		confirm(
			message: string | JQuery,
			options: {
				title: string;
				actions: ReadonlyArray<{ action: string; label: string; flags: string | string[] }>;
			},
		): PromiseLike<boolean>;
	};
};

export interface Question {
	readonly title: string;
	/** A sentence, or an element that holds more than that. */
	readonly message: string | HTMLElement;
	readonly cancel: string;
	readonly confirm: string;
}

/**
 * Asks somebody to confirm something, in a dialog of the wiki's own (OOUI), as the extension does.
 *
 * @returns Whether they confirmed.
 */
export async function askToConfirm({
	title,
	message,
	cancel,
	confirm,
}: Question): Promise<boolean> {
	await mw.loader.using('oojs-ui-windows');
	return OO.ui.confirm(typeof message === 'string' ? message : $(message), {
		title,
		actions: [
			{ action: 'reject', label: cancel, flags: 'safe' },
			{ action: 'accept', label: confirm, flags: ['primary', 'progressive'] },
		],
	});
}
