interface Question {
	readonly title: string;
	readonly text: string;
	readonly cancel: string;
	readonly accept: string;
}

/** Asks something in OOUI's dialog; Escape means no. */
export function confirm(question: Question): PromiseLike<boolean> {
	return OO.ui.confirm(question.text, optionsOf(question));
}

/** Asks for words. Gives `null` to Escape. */
export function prompt(question: Question): PromiseLike<string | null> {
	return OO.ui.prompt(question.text, optionsOf(question));
}

function optionsOf({ title, cancel, accept }: Question) {
	return {
		title,
		actions: [
			{ action: 'reject', label: cancel, flags: 'safe' },
			{ action: 'accept', label: accept, flags: ['primary', 'progressive'] },
		],
	};
}

/** Tells something that can only be closed. */
export function tell(title: string, texts: readonly string[], done: string): void {
	const paragraphs = texts.map((text) => $('<p>').text(text));
	OO.ui.alert($('<div>').append(paragraphs), {
		title,
		actions: [{ action: 'accept', label: done, flags: 'primary' }],
	});
}
