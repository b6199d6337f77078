import { requireNamed } from './growth.ts';
import type { QueryModule } from './module.ts';

/** GrowthExperiments' `meta=growthmenteestatus`: the caller's own state. */
export const growthmenteestatus: QueryModule = {
	prepare: () => (context) => {
		const state = context.mentorship.stateOf(requireNamed(context));
		const menteestatus = state === 'optedOut' ? 'optout' : state;
		return { top: { growthmenteestatus: { menteestatus } } };
	},
};
