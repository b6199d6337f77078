import type { ComponentChildren } from 'preact';
import type { MessageKey, Text } from '../../i18n/messages.ts';
import { Button } from '../controls.tsx';

/** Something that is shown on demand. A wide table in it scrolls by itself, by keyboard too. */
export function Disclosure(props: {
	title: MessageKey;
	text: Text;
	/** Shows more rows; absent where all are shown. */
	showMore?: (() => void) | undefined;
	children: ComponentChildren;
}) {
	const { title, text, showMore, children } = props;
	const id = `mentorship-${title}`;
	return (
		<details>
			<summary id={id}>{text(title)}</summary>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also for keyboards. */}
			<section tabIndex={0} aria-labelledby={id}>
				{children}
				{showMore && <Button label={text('preview-more')} press={showMore} />}
			</section>
		</details>
	);
}

/** A user's name, in whatever direction it is written, and the way to their page. */
export function UserLink({ name, href }: { name: string; href: string }) {
	return (
		<a href={href}>
			<bdi>{name}</bdi>
		</a>
	);
}
