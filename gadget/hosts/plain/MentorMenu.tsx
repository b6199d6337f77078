import type { CardContext } from './cardContext.ts';

/** The button with three dots, and what it discloses. */
export function MentorMenu({ isOpen, context }: { isOpen: boolean; context: CardContext }) {
	const { text, actions } = context;
	const setOpen = (isMenuOpen: boolean) => actions.dispatch({ type: 'menuChanged', isMenuOpen });
	const item = (kind: 'about' | 'leave') => (
		<button
			type="button"
			class="cdx-button cdx-button--weight-quiet"
			onClick={() => actions.openDialog(kind)}
		>
			{text(`card-${kind}-title`)}
		</button>
	);
	return (
		<fieldset
			class="mentorship-menu"
			onKeyDown={(event) => {
				if (isOpen && event.key === 'Escape') {
					event.currentTarget.querySelector('button')?.focus();
					setOpen(false);
				}
			}}
			onFocusOut={(event) => {
				if (isOpen && !event.currentTarget.contains(event.relatedTarget as Node | null)) {
					setOpen(false);
				}
			}}
		>
			<button
				type="button"
				class="cdx-button cdx-button--weight-quiet cdx-button--icon-only cdx-button--size-large"
				aria-expanded={isOpen}
				aria-label={text('card-mentor-menu')}
				onClick={() => setOpen(!isOpen)}
			>
				⋯
			</button>
			{isOpen && (
				<div class="mentorship-menu__items">
					{item('about')}
					{item('leave')}
				</div>
			)}
		</fieldset>
	);
}
