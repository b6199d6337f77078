import type { Crosstab, Tally } from '../../domain/tally.ts';
import type { Thresholds } from '../../domain/thresholds.ts';
import type { Findings } from '../../scan/findings.ts';
import type { SettingsContext } from '../context.ts';
import { suggestSummary } from '../form/summary.ts';
import { formatPercentage } from '../format.ts';
import { CrosstabTable } from './CrosstabTable.tsx';
import { EffectPlot } from './EffectPlot.tsx';
import { MentorTable } from './MentorTable.tsx';
import { NameList } from './NameList.tsx';
import type { PreviewState } from './preview.ts';
import { ScanStatus } from './ScanStatus.tsx';

interface EffectPreviewProps {
	readonly preview: PreviewState;
	readonly thresholds: Thresholds;
	readonly context: SettingsContext;
}

/** Whom the thresholds in the form would opt out, saved or not. */
export function EffectPreview(props: EffectPreviewProps) {
	const { preview, context } = props;
	const { findings } = preview;
	return (
		<section aria-labelledby="mentorship-preview-title">
			<h3 id="mentorship-preview-title">{context.text('preview-title')}</h3>
			<ScanStatus preview={preview} context={context} />
			{findings && <FoundEffect {...props} findings={findings} />}
		</section>
	);
}

/** What there is to show, and what was worked out of it. */
export interface EffectParts extends EffectPreviewProps {
	readonly findings: Findings;
	readonly tally: Tally;
	readonly crosstab: Crosstab;
}

function FoundEffect(props: EffectPreviewProps & { findings: Findings }) {
	const { findings, thresholds, context } = props;
	const { text } = context;
	const parts: EffectParts = { ...props, ...context.measure(findings, thresholds) };
	return (
		<>
			<p role="status">
				<strong>{describeEffect(parts)}</strong>
			</p>
			<p>{suggestSummary({ ...thresholds, enabled: true }, text)}</p>
			{!thresholds.enabled && <p>{text('preview-effect-off')}</p>}
			<p>{text('preview-effect-limit')}</p>
			{!findings.mentors && <p>{text('preview-effect-limit-plain')}</p>}
			<EffectPlot {...parts} />
			<CrosstabTable {...parts} />
			{findings.mentors && <MentorTable {...parts} />}
			<NameList {...parts} />
		</>
	);
}

function describeEffect({ findings, tally, context }: EffectParts): string {
	const { text, language, formatNumber } = context;
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
