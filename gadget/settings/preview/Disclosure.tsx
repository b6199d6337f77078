import type { ComponentChildren } from 'preact';
import type { MessageKey } from '../../i18n/messages.ts';
import type { SettingsContext } from '../context.ts';
import { Button } from '../controls.tsx';

/** Something that is shown on demand. A wide table in it scrolls by itself, by keyboard too. */
export function Disclosure(props: {
	title: MessageKey;
	/** There are more rows than are shown. */
	isCut?: boolean;
	context: SettingsContext;
	children: ComponentChildren;
}) {
	const { title, isCut, context, children } = props;
	const { text, previewActions } = context;
	const id = `mentorship-${title}`;
	return (
		<details>
			<summary id={id}>{text(title)}</summary>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also for keyboards. */}
			<section tabIndex={0} aria-labelledby={id}>
				{children}
				{isCut && (
					<Button
						label={text('preview-more')}
						press={() => previewActions.dispatch({ type: 'moreRowsAsked' })}
					/>
				)}
			</section>
		</details>
	);
}

/** A user's name, in whatever direction it is written, and the way to their page. */
export function UserLink({ name, context }: { name: string; context: SettingsContext }) {
	return (
		<a href={context.addresses.userPage(name)}>
			<bdi>{name}</bdi>
		</a>
	);
}
