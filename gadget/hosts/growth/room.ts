import { element } from '../element.ts';

/**
 * Lets what stands in a place change so that nothing below it moves: where the new content is lower,
 * an empty room makes up for it.
 *
 * @param readContent What stands in the place last, before and after each change.
 */
export function createPlace(readContent: () => Element): (change: () => void) => void {
	let room: HTMLElement | null = null;
	let closeRoom = (): void => undefined;

	return (change) => {
		const last = (room?.isConnected && room) || readContent();
		const below = last.nextElementSibling;
		const parent = last.parentNode as Element;
		const readEdge = () =>
			below ? below.getBoundingClientRect().top : parent.getBoundingClientRect().bottom;
		const before = readEdge();
		closeRoom();
		change();
		const missing = before - readEdge();
		if (missing > 0) {
			room = element('div', {});
			room.style.height = `${missing}px`;
			readContent().after(room);
			// Margins that met no longer do.
			room.style.height = `${missing + before - readEdge()}px`;
			closeRoom = closeUnseen(room);
		}
	};
}

/**
 * Closes a room as soon as that cannot be seen: below what is in sight, or upon a click or a key,
 * after which people expect a page to move (browsers do not count that as a layout shift).
 *
 * @returns What closes it at once.
 */
function closeUnseen(room: HTMLElement): () => void {
	const observer = new IntersectionObserver(() => {
		// Above what is in sight, it would pull up what is below it.
		if (room.getBoundingClientRect().top >= innerHeight) {
			close();
		}
	});
	function close(): void {
		room.remove();
		observer.disconnect();
		removeEventListener('click', close, true);
		removeEventListener('keydown', close, true);
	}
	addEventListener('click', close, true);
	addEventListener('keydown', close, true);
	observer.observe(room);
	return close;
}
