import { Button, Buttons } from '../controls.tsx';
import { formatPercentage } from '../format.ts';
import { Notice } from '../Notice.tsx';
import type { Wording } from '../wording.ts';
import type { EffectCount } from './formState.ts';

/** Asks before thresholds are saved that most mentees meet. */
export function DoubtNotice(props: {
	/** `null`: there is no preview yet. */
	effect: EffectCount | null;
	hasExtension: boolean;
	wording: Wording;
	confirm: () => void;
	cancel: () => void;
}) {
	const { effect, hasExtension, wording, confirm, cancel } = props;
	const { text, formatNumber, language } = wording;
	return (
		<Notice kind="warning">
			<p role="alert">
				{effect
					? text(
							effect.areMentees ? 'form-doubt' : 'form-doubt-plain',
							formatNumber(effect.optedOut),
							formatNumber(effect.counted),
							formatPercentage(effect.optedOut, effect.counted, language),
							effect.counted,
						)
					: text('form-doubt-unknown')}
			</p>
			{hasExtension && <p>{text('form-help-extension')}</p>}
			<Buttons>
				<Button label={text('form-doubt-save')} press={confirm} />
				<Button label={text('cancel')} press={cancel} />
			</Buttons>
		</Notice>
	);
}
