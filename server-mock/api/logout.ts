import type { ActionModule } from './module.ts';

/** `action=logout`: ends the session. */
export const logout: ActionModule = {
	writes: true,
	prepare: () => (context) => {
		context.endSession();
		return {};
	},
};
