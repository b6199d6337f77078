import type { Text } from '../../i18n/messages.ts';
import type { SettingsAddresses } from '../../wiki/settingsAddresses.ts';
import { Button, Buttons } from '../controls.tsx';
import { Notice, RefusalNotice } from '../Notice.tsx';
import type { Refusal } from '../refusal.ts';

export interface MoveState {
	/** The gadget's page has the rule on, and the community's page holds no thresholds. */
	readonly isNeeded: boolean;
	readonly isBusy: boolean;
	readonly refusal: Refusal | null;
}

/** Says that a save of the community's form would turn the rule off, and offers to move it there. */
export function MoveNotice(props: {
	state: MoveState;
	text: Text;
	addresses: SettingsAddresses;
	move: () => void;
}) {
	const { state, text, addresses, move } = props;
	return state.isNeeded || state.refusal ? (
		<section class="mentorship-settings mentorship-settings--bare">
			{state.isNeeded && (
				<Notice kind="warning">
					<p>{text('form-move-needed')}</p>
					<Buttons>
						<Button
							label={text(state.isBusy ? 'form-saving' : 'form-move')}
							press={() => !state.isBusy && move()}
						/>
						<a href={addresses.page}>{text('form-page')}</a>
					</Buttons>
				</Notice>
			)}
			{state.refusal && <RefusalNotice refusal={state.refusal} text={text} addresses={addresses} />}
		</section>
	) : null;
}
