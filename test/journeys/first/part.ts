const selectors = {
	button: 'button, [role=button]',
	checkbox: 'input[type=checkbox]',
	field: 'input:not([type=checkbox]), textarea',
	link: 'a[href]',
	heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
} as const;

/** Something on a page, as a person would name it. */
export interface Part {
	readonly kind: keyof typeof selectors;
	/** Unless told, the only one in its place. */
	readonly name?: string;
	/** A selector of the place where it is. */
	readonly within: string;
}

/** An expression for a page: the element that a person sees there, or `null`. */
export function findExpression({ kind, name, within }: Part): string {
	const selector = `:is(${within}) :is(${selectors[kind]})`;
	return `(${findInPage})(${JSON.stringify(selector)}, ${JSON.stringify(name ?? null)})`;
}

/** Runs on the page, in whichever engine. */
function findInPage(selector: string, name: string | null): Element | null {
	const labels = (element: Element): string[] => [
		element.getAttribute('aria-label') ?? '',
		...[...(Object(element).labels ?? [])].map((label: Element) => label.textContent ?? ''),
		element.textContent ?? '',
	];
	const isNamed = (element: Element) =>
		name === null || labels(element).some((label) => label.trim() === name);
	const found = [...document.querySelectorAll(selector)].find(
		(element) => element.checkVisibility({ visibilityProperty: true }) && isNamed(element),
	);
	return found ?? null;
}
