import type { MentorshipState } from '../../gadget/domain/mentee.ts';
import { requireNamed } from './growth.ts';
import type { QueryModule } from './module.ts';

const stateNames: Readonly<Record<MentorshipState, string>> = {
	disabled: 'disabled',
	enabled: 'enabled',
	optedOut: 'optout',
};

/** GrowthExperiments' `meta=growthmenteestatus`: the caller's own state. */
export const growthmenteestatus: QueryModule = {
	prepare: () => (context) => {
		const user = requireNamed(context);
		const state = stateNames[context.mentorship.stateOf(user)];
		return { top: { growthmenteestatus: { menteestatus: state } } };
	},
};
