import { element } from '../element.ts';
import { createButton } from './button.ts';
import type { CardContext } from './cardContext.ts';

/** The button with three dots, and its menu: arrow keys move in it, Escape and leaving it close it. */
export function createMentorMenu({ text, actions }: CardContext): HTMLElement {
	const items = (['about', 'leave'] as const).map((kind) => {
		const item = element(
			'button',
			{ type: 'button', role: 'menuitem', class: 'cdx-menu-item cdx-menu-item--enabled' },
			text(`card-${kind}-title`),
		);
		item.addEventListener('click', () => {
			// When the dialog closes, the browser gives the focus back to where it is now.
			close(true);
			actions.openDialog(kind);
		});
		item.addEventListener('mouseenter', () => item.focus());
		return item;
	});
	const menu = element('div', { class: 'cdx-menu', role: 'menu' }, ...items);
	const button = createButton(
		'⋯',
		'cdx-button--weight-quiet cdx-button--icon-only cdx-button--size-large',
		() => (menu.isConnected ? close(true) : open()),
		{
			'aria-expanded': 'false',
			'aria-haspopup': 'menu',
			'aria-label': text('card-mentor-menu'),
		},
	);
	const root = element('div', { class: 'mentorship-menu' }, button);

	function open(): void {
		root.append(menu);
		button.setAttribute('aria-expanded', 'true');
		items[0]?.focus();
	}

	function close(takesFocus: boolean): void {
		if (takesFocus) {
			button.focus();
		}
		menu.remove();
		button.setAttribute('aria-expanded', 'false');
	}

	function move(step: number): void {
		const at = items.findIndex((item) => item.contains(document.activeElement));
		items[(at + step + items.length) % items.length]?.focus();
	}

	root.addEventListener('keydown', (event) => {
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step) {
			event.preventDefault();
			if (menu.isConnected) {
				move(step);
			} else {
				open();
			}
		} else if (event.key === 'Escape' && menu.isConnected) {
			close(true);
		}
	});
	root.addEventListener('focusout', ({ relatedTarget }) => {
		if (menu.isConnected && !root.contains(relatedTarget as Node | null)) {
			close(false);
		}
	});
	return root;
}
