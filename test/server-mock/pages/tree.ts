/** What is needed of an element, whoever's DOM it is of. */
export interface TreeElement {
	readonly tagName: string;
	readonly id: string;
	readonly classList: Iterable<string>;
	readonly children: Iterable<TreeElement>;
}

/** Elements as lines, `tag#id.class.class`, indented: what a page is made of, without its texts. */
export function treeOf(element: TreeElement, depth = 0): string[] {
	const names = [...element.classList].sort();
	const classes = names.map((name) => `.${name}`);
	const id = element.id === '' ? '' : `#${element.id}`;
	const line = `${'  '.repeat(depth)}${element.tagName.toLowerCase()}${id}${classes.join('')}`;
	// A script fills the menu; the server draws only its place.
	const isMenu = names.includes('growthexperiments-homepage-mentorship-ellipsis');
	const children = isMenu ? [] : [...element.children];
	return [line, ...children.flatMap((child) => treeOf(child, depth + 1))];
}
