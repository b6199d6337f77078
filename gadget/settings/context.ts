import type { Tally } from '../domain/tally.ts';
import type { Thresholds } from '../domain/thresholds.ts';
import type { Text } from '../i18n/messages.ts';
import type { Effect } from '../scan/effect.ts';
import type { Findings } from '../scan/findings.ts';
import type { SettingsAddresses } from '../wiki/settingsAddresses.ts';
import type { FormActions } from './form/formActions.ts';
import type { Plot } from './preview/plot.ts';
import type { PreviewActions } from './preview/previewActions.ts';

/** What every part of the form and of the preview may need besides its state. */
export interface SettingsContext {
	readonly text: Text;
	/** BCP 47 code of the person's language. */
	readonly language: string;
	readonly formatNumber: (value: number) => string;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	readonly addresses: SettingsAddresses;
	/** The page that holds the settings is the one that shows the form. */
	readonly isOwnPage: boolean;
	readonly formActions: FormActions;
	readonly previewActions: PreviewActions;
	/** Works it out anew only where something changed. */
	readonly measure: (findings: Findings, thresholds: Thresholds) => Effect;
	/** Likewise. */
	readonly plot: (findings: Findings) => Plot;
	/** Lets the person keep the list of those who would be opted out. */
	readonly download: (findings: Findings, tally: Tally) => void;
}
