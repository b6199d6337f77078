import type { MessageKey } from '../../i18n/messages.ts';
import type { Scan } from '../../scan/scanStore.ts';
import type { SettingsAddresses } from '../../wiki/settingsAddresses.ts';
import { Button, Buttons } from '../controls.tsx';
import { formatAgo, formatDuration } from '../format.ts';
import { RefusalNotice } from '../Notice.tsx';
import type { Wording } from '../wording.ts';
import type { PreviewState } from './preview.ts';
import type { PreviewActions } from './previewActions.ts';

interface ScanStatusProps {
	readonly preview: PreviewState;
	readonly actions: PreviewActions;
	readonly wording: Wording;
	readonly addresses: SettingsAddresses;
}

/** How far the scan is, or how old, and what can be done about it. */
export function ScanStatus({ preview, actions, wording, addresses }: ScanStatusProps) {
	const { activity } = preview;
	const { text } = wording;
	const isGoingOn = activity.kind !== 'idle' && activity.kind !== 'elsewhere';
	const button = mainButton(preview, actions);
	return (
		<div>
			{activity.kind === 'failed' && (
				<RefusalNotice refusal={activity.refusal} text={text} addresses={addresses} />
			)}
			{'progress' in activity && (
				<progress
					aria-label={text('preview-title')}
					value={activity.progress.done}
					max={activity.progress.total}
				/>
			)}
			<p>{describe(preview, actions.now(), wording)}</p>
			{button && (
				// The button that takes another's place keeps the focus.
				<Buttons>
					<Button label={text(button.key)} press={button.press} />
					{isGoingOn && <Button label={text('cancel')} press={actions.cancel} />}
				</Buttons>
			)}
		</div>
	);
}

/** @param now Milliseconds since 1970. */
function describe({ activity, findings }: PreviewState, now: number, wording: Wording): string {
	const { text, language } = wording;
	switch (activity.kind) {
		case 'running':
			return activity.waitSeconds === null
				? describeScan(activity.scan, wording) + describeRest(activity.secondsLeft, wording)
				: text('preview-scan-waiting', formatDuration(activity.waitSeconds, language));
		case 'paused':
			return `${text('preview-scan-paused')} ${describeScan(activity.scan, wording)}`;
		case 'elsewhere':
			return text('preview-scan-elsewhere');
		case 'idle':
			return findings
				? describeAge((now - findings.finishedAt) / 1000, wording)
				: text('preview-about');
		default:
			return '';
	}
}

/** In seconds. Below that the exact time is of no interest, or the clock was set back. */
const justNow = 60;

function describeAge(seconds: number, { text, language }: Wording): string {
	return seconds < justNow
		? text('preview-scan-now')
		: text('preview-scan-age', formatAgo(seconds, language));
}

function describeScan(scan: Scan, { text, formatNumber }: Wording): string {
	const { mentors, mentorsListed, lookedUp, expected } = scan;
	const all = mentors?.length ?? 0;
	return mentorsListed < all
		? text('preview-scan-mentors', formatNumber(mentorsListed), formatNumber(all))
		: text('preview-scan-mentees', formatNumber(lookedUp), formatNumber(expected));
}

function describeRest(seconds: number | null, { text, language }: Wording): string {
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
			return { key: findings ? 'preview-scan-refresh' : 'preview-start', press: start };
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
