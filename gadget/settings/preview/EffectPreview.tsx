import type { Thresholds } from '../../domain/thresholds.ts';
import { type Effect, measureEffect } from '../../scan/effect.ts';
import type { Findings } from '../../scan/findings.ts';
import type { SettingsAddresses } from '../../wiki/settingsAddresses.ts';
import { describeRule } from '../form/summary.ts';
import { formatPercentage } from '../format.ts';
import type { Wording } from '../wording.ts';
import { CrosstabTable } from './CrosstabTable.tsx';
import { EffectPlot } from './EffectPlot.tsx';
import { MentorTable } from './MentorTable.tsx';
import { OptedOutTable } from './OptedOutTable.tsx';
import { createPlot } from './plot.ts';
import type { PreviewState } from './preview.ts';
import type { PreviewActions } from './previewActions.ts';
import { remember } from './remember.ts';
import { ScanStatus } from './ScanStatus.tsx';
import type { MoveThreshold } from './ThresholdLine.tsx';

interface EffectPreviewProps {
	/** One level below the heading that it stands under. */
	readonly heading: 'h2' | 'h3';
	readonly preview: PreviewState;
	readonly thresholds: Thresholds;
	readonly move: MoveThreshold;
	readonly actions: PreviewActions;
	readonly wording: Wording;
	readonly addresses: SettingsAddresses;
}

// Worked out anew only where something changed.
const measure = remember(measureEffect);
const plotOf = remember(createPlot);

/** Whom the thresholds in the form would opt out, saved or not. */
export function EffectPreview(props: EffectPreviewProps) {
	const { heading: Heading, preview, actions, wording, addresses } = props;
	const { findings } = preview;
	return (
		<section aria-labelledby="mentorship-preview-title">
			<Heading id="mentorship-preview-title">{wording.text('preview-title')}</Heading>
			<ScanStatus preview={preview} actions={actions} wording={wording} addresses={addresses} />
			{findings && <FoundEffect {...props} findings={findings} />}
		</section>
	);
}

function FoundEffect(props: EffectPreviewProps & { findings: Findings }) {
	const { findings, preview, thresholds, move, actions, wording, addresses } = props;
	const { text } = wording;
	const effect = measure(findings, thresholds);
	const { tally, crosstab } = effect;
	return (
		<>
			<p role="status">
				<strong>{describeEffect(findings, effect, wording)}</strong>
			</p>
			<p>{describeRule(thresholds, text)}</p>
			{!thresholds.enabled && <p>{text('preview-effect-off')}</p>}
			<p>{text(findings.mentors ? 'preview-effect-limit' : 'preview-effect-limit-plain')}</p>
			<EffectPlot
				plot={plotOf(findings)}
				crosstab={crosstab}
				thresholds={thresholds}
				move={move}
				wording={wording}
			/>
			<CrosstabTable crosstab={crosstab} wording={wording} />
			{findings.mentors && (
				<MentorTable
					mentors={findings.mentors}
					tally={tally}
					preview={preview}
					dispatch={actions.dispatch}
					wording={wording}
					userPage={addresses.userPage}
				/>
			)}
			<OptedOutTable
				findings={findings}
				optedOut={tally.optedOut}
				rowsShown={preview.rowsShown}
				dispatch={actions.dispatch}
				download={() => actions.download(findings, tally)}
				wording={wording}
				userPage={addresses.userPage}
			/>
		</>
	);
}

function describeEffect(findings: Findings, { tally }: Effect, wording: Wording): string {
	const { text, language, formatNumber } = wording;
	const { mentees } = tally;
	const optedOut = tally.optedOut.length;
	return text(
		findings.mentors ? 'preview-effect' : 'preview-effect-plain',
		formatNumber(optedOut),
		formatNumber(mentees),
		formatPercentage(optedOut, mentees, language),
		mentees,
	);
}
