/** The part of OOUI that is used here. */
declare const OO: {
	readonly ui: {
		confirm(
			text: string,
			options: {
				title: string;
				actions: ReadonlyArray<{ action: string; label: string; flags: string | string[] }>;
			},
		): PromiseLike<boolean>;
	};
};

export interface Confirmation {
	readonly title: string;
	readonly text: string;
	readonly cancel: string;
	readonly accept: string;
}

/** Asks something in OOUI's dialog; Escape is no. */
export function confirm({ title, text, cancel, accept }: Confirmation): PromiseLike<boolean> {
	return OO.ui.confirm(text, {
		title,
		actions: [
			{ action: 'reject', label: cancel, flags: 'safe' },
			{ action: 'accept', label: accept, flags: ['primary', 'progressive'] },
		],
	});
}

/** Tells something that can only be closed. */
export function tell(title: string, texts: readonly string[], done: string): void {
	const dialog = document.createElement('dialog');
	dialog.className = 'growth-dialog';
	dialog.setAttribute('aria-labelledby', 'growth-dialog-title');
	const form = createForm();
	form.append(action(done, 'accept', true));
	dialog.append(heading(title), ...texts.map(paragraph), form);
	dialog.addEventListener('close', () => dialog.remove());
	document.body.append(dialog);
	dialog.showModal();
}

function heading(text: string): HTMLElement {
	const element = document.createElement('h2');
	element.id = 'growth-dialog-title';
	element.textContent = text;
	return element;
}

function paragraph(text: string): HTMLElement {
	const element = document.createElement('p');
	element.textContent = text;
	return element;
}

function createForm(): HTMLFormElement {
	const form = document.createElement('form');
	form.method = 'dialog';
	return form;
}

function action(label: string, value: string, isPrimary: boolean): HTMLButtonElement {
	const button = document.createElement('button');
	button.value = value;
	button.textContent = label;
	button.autofocus = isPrimary;
	button.className = isPrimary ? 'growth-dialog-primary' : '';
	return button;
}
