/**
 * Makes a drawn OOUI button one that a script has taken over. OOUI puts a new element in the old
 * one's place, so listeners of the old one hear nothing any more.
 *
 * @returns The new button's clickable part, which Enter and Space press, too.
 */
export function takeOverButton(drawn: Element): HTMLElement {
	const button = drawn.cloneNode(true) as HTMLElement;
	button.setAttribute('data-ooui', '');
	drawn.replaceWith(button);
	const clickable = button.querySelector<HTMLElement>('a');
	if (clickable === null) {
		throw new Error('This is not an OOUI button.');
	}
	clickable.addEventListener('keydown', (event) => {
		if (clickable.hasAttribute('href') || (event.key !== 'Enter' && event.key !== ' ')) {
			return;
		}
		event.preventDefault();
		clickable.click();
	});
	return clickable;
}
