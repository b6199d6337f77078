import type { ComponentChildren } from 'preact';
import type { Text } from '../i18n/messages.ts';
import type { SettingsAddresses } from '../wiki/settingsAddresses.ts';
import type { Refusal } from './refusal.ts';

/** A message box, or a line below a field; an error in a box is read out at once. */
export function Notice(props: {
	kind: 'notice' | 'warning' | 'error' | 'success';
	isInline?: boolean;
	children: ComponentChildren;
}) {
	const { kind, isInline = false, children } = props;
	return (
		<div
			class={`cdx-message cdx-message--${isInline ? 'inline' : 'block'} cdx-message--${kind}`}
			role={kind === 'error' && !isInline ? 'alert' : undefined}
		>
			{/* In Arabic, Codex would draw its bulb for notices on each kind: it goes by the language. */}
			<span class="cdx-message__icon" lang={kind === 'notice' ? undefined : ''} />
			<div class="cdx-message__content">{children}</div>
		</div>
	);
}

/** Why something could not be done, in our words and in the wiki's. */
export function RefusalNotice(props: {
	refusal: Refusal;
	text: Text;
	addresses: SettingsAddresses;
}) {
	const { text, addresses } = props;
	const { key, parameter, words } = props.refusal;
	return (
		<Notice kind="error">
			<p>{text(key, parameter)}</p>
			{words && <p dir="auto">{words}</p>}
			{key === 'failure-assertnameduserfailed' && (
				<a href={addresses.logIn} target="_blank" rel="noopener">
					{text('form-log-in')}
				</a>
			)}
			{key === 'form-failure-captcha' && (
				<a href={addresses.source} target="_blank" rel="noopener">
					{text('form-mistake-source')}
				</a>
			)}
		</Notice>
	);
}
