import type { Text } from '../../i18n/messages.ts';
import type { Failure } from '../failure.ts';

export function FailureNotice({ failure, text }: { failure: Failure; text: Text }) {
	return (
		<div class="cdx-message cdx-message--block cdx-message--error" role="alert">
			<span class="cdx-message__icon" />
			<div class="cdx-message__content">{text(failure.key, failure.parameter)}</div>
		</div>
	);
}
