import type { ComponentChildren } from 'preact';

/** The heading takes the focus when the card changes in place. */
export function CardFrame(props: {
	title: string;
	menu?: ComponentChildren;
	children: ComponentChildren;
}) {
	return (
		<section class="mentorship-card">
			<div class="mentorship-card__header">
				<h2 tabIndex={-1}>{props.title}</h2>
				{props.menu}
			</div>
			{props.children}
		</section>
	);
}
