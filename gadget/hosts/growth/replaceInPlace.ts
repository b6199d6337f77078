/**
 * Puts one element in the place of another in one go, so that nothing below it moves: where the new
 * one is lower, its margin makes up for it.
 */
export function replaceInPlace(old: HTMLElement, replacement: HTMLElement): void {
	const below = old.nextElementSibling;
	const parent = old.parentElement;
	const readEdge = () =>
		below ? below.getBoundingClientRect().top : (parent?.getBoundingClientRect().bottom ?? 0);
	const before = readEdge();
	old.replaceWith(replacement);
	const missing = before - readEdge();
	if (missing > 0) {
		const margin = Number.parseFloat(getComputedStyle(replacement).marginBottom) || 0;
		replacement.style.marginBottom = `${margin + missing}px`;
	}
}
