import type { MentorshipState } from '../../gadget/domain/mentee.ts';
import { ApiRefusal } from './error.ts';
import { requireNamed } from './growth.ts';
import type { ActionModule } from './module.ts';

const states = {
	enabled: 'enabled',
	disabled: 'disabled',
	optout: 'optedOut',
} as const satisfies Readonly<Record<string, MentorshipState>>;
const stateNames = ['enabled', 'disabled', 'optout'] as const;

/** GrowthExperiments' `action=growthsetmenteestatus`: the caller opts in or out. */
export const growthsetmenteestatus: ActionModule = {
	writes: true,
	prepare: (parameters) => {
		const state = states[parameters.oneOf('state', stateNames)];
		return (context) => {
			const user = requireNamed(context);
			if (context.mentorship.stateOf(user) === state) {
				throw new ApiRefusal('growthexperiments-setmenteestatus-no-change', 'That is so already.');
			}
			context.mentorship.setState(user, state);
			return { growthsetmenteestatus: { status: 'ok' } };
		};
	},
};
