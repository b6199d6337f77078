import type { CardContext } from './Card.tsx';

/** The button with three dots, and what it discloses. */
export function MentorMenu({ isOpen, context }: { isOpen: boolean; context: CardContext }) {
	const { text, actions } = context;
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
					actions.dispatch({ type: 'menuClosed' });
				}
			}}
			onFocusOut={(event) => {
				if (isOpen && !event.currentTarget.contains(event.relatedTarget as Node | null)) {
					actions.dispatch({ type: 'menuClosed' });
				}
			}}
		>
			<button
				type="button"
				class="cdx-button cdx-button--weight-quiet cdx-button--icon-only"
				aria-expanded={isOpen}
				aria-label={text('card-mentor-menu')}
				onClick={() => actions.dispatch({ type: 'menuToggled' })}
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
