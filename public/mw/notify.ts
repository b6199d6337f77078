// In milliseconds.
const shownFor = 5000;

/** `mw.notify`: a message in a corner of the page, for a while; an `error` stays until it is clicked. */
export function createNotify(document: Document) {
	return (message: unknown, options: { readonly type?: string } = {}): void => {
		const area = document.getElementById('mw-notification-area') ?? createArea(document);
		const notification = document.createElement('div');
		notification.className = `mw-notification mw-notification-type-${options.type ?? 'info'}`;
		notification.textContent = textOf(message);
		notification.addEventListener('click', () => notification.remove());
		area.append(notification);
		if (options.type !== 'error') {
			setTimeout(() => notification.remove(), shownFor);
		}
	};
}

function createArea(document: Document): HTMLElement {
	const area = document.createElement('div');
	area.id = 'mw-notification-area';
	area.setAttribute('role', 'status');
	document.body.append(area);
	return area;
}

/** A text, an element, or what `mw.message` returns. */
function textOf(message: unknown): string {
	return message instanceof Node ? (message.textContent ?? '') : String(message);
}
