import type { ComponentChildren } from 'preact';

/** Something that is shown on demand. A wide table in it scrolls by itself, by keyboard too. */
export function Disclosure(props: { title: string; name: string; children: ComponentChildren }) {
	const { title, name, children } = props;
	const id = `mentorship-${name}-title`;
	return (
		<details>
			<summary id={id}>{title}</summary>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also for keyboards. */}
			<section tabIndex={0} aria-labelledby={id}>
				{children}
			</section>
		</details>
	);
}
