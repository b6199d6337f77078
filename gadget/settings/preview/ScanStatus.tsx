import type { MessageKey } from '../../i18n/messages.ts';
import type { Scan } from '../../scan/scanStore.ts';
import type { SettingsContext } from '../context.ts';
import { Button, Buttons } from '../controls.tsx';
import { formatAgo, formatDuration } from '../format.ts';
import { RefusalNotice } from '../Notice.tsx';
import type { PreviewState } from './preview.ts';
import type { PreviewActions } from './previewActions.ts';

interface ScanStatusProps {
	readonly preview: PreviewState;
	readonly context: SettingsContext;
}

/** How far the scan is, or how old, and what can be done about it. */
export function ScanStatus({ preview, context }: ScanStatusProps) {
	const { activity } = preview;
	const { text, previewActions } = context;
	const isGoingOn = activity.kind !== 'idle' && activity.kind !== 'elsewhere';
	const button = mainButton(preview, previewActions);
	return (
		<div>
			{activity.kind === 'failed' && <RefusalNotice refusal={activity.refusal} context={context} />}
			{'progress' in activity && (
				<progress
					aria-label={text('preview-title')}
					value={activity.progress.done}
					max={activity.progress.total}
				/>
			)}
			<p>{describe(preview, context)}</p>
			{button && (
				// The button that takes another's place keeps the focus.
				<Buttons>
					<Button label={text(button.key)} press={button.press} />
					{isGoingOn && <Button label={text('cancel')} press={previewActions.cancel} />}
				</Buttons>
			)}
		</div>
	);
}

function describe({ activity, findings }: PreviewState, context: SettingsContext): string {
	const { text, language, now } = context;
	switch (activity.kind) {
		case 'running':
			return activity.waitSeconds === null
				? describeScan(activity.scan, context) + describeRest(activity.secondsLeft, context)
				: text('preview-scan-waiting', formatDuration(activity.waitSeconds, language));
		case 'paused':
			return `${text('preview-scan-paused')} ${describeScan(activity.scan, context)}`;
		case 'elsewhere':
			return text('preview-scan-elsewhere');
		case 'idle':
			return findings
				? text('preview-scan-age', formatAgo((now() - findings.finishedAt) / 1000, language))
				: text('preview-about');
		default:
			return '';
	}
}

function describeScan(scan: Scan, { text, formatNumber }: SettingsContext): string {
	const { mentors, mentorsListed, lookedUp, expected } = scan;
	const all = mentors?.length ?? 0;
	return mentorsListed < all
		? text('preview-scan-mentors', formatNumber(mentorsListed), formatNumber(all))
		: text('preview-scan-mentees', formatNumber(lookedUp), formatNumber(expected));
}

function describeRest(seconds: number | null, { text, language }: SettingsContext): string {
	return seconds === null
		? ''
		: `, ${text('preview-scan-left', formatDuration(seconds, language))}`;
}

function mainButton(
	{ activity, findings }: PreviewState,
	{ start, pause, resume }: PreviewActions,
): { key: MessageKey; press: () => void } | null {
	switch (activity.kind) {
		case 'idle':
			return { key: findings ? 'preview-scan-refresh' : 'preview-title', press: start };
		case 'starting':
		case 'running':
			return { key: 'preview-scan-pause', press: pause };
		case 'paused':
			return { key: 'preview-scan-resume', press: resume };
		case 'failed':
			return { key: 'try-again', press: resume };
		default:
			return null;
	}
}
