import { ApiRefusal } from './error.ts';
import { requireNamed } from './growth.ts';
import type { ActionModule } from './module.ts';

/** GrowthExperiments' `action=growthsetmenteestatus`: the caller opts in or out. */
export const growthsetmenteestatus: ActionModule = {
	writes: true,
	prepare: (parameters) => {
		const status = parameters.oneOf('state', ['enabled', 'disabled', 'optout']);
		const state = status === 'optout' ? 'optedOut' : status;
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
