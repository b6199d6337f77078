/**
 * Makes an element: `element('p', { class: 'x' }, 'text', child)`. Names and texts are text, never
 * HTML.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	attributes: Readonly<Record<string, string>>,
	...children: Array<Node | string>
): HTMLElementTagNameMap[Tag] {
	const created = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		created.setAttribute(name, value);
	}
	created.append(...children);
	return created;
}
