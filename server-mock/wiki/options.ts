import type { MentorshipState } from '../../gadget/domain/mentee.ts';
import type { Store } from '../store/store.ts';
import type { User } from '../store/users.ts';

/** In bytes: as much as MediaWiki's database column takes. */
export const largestOption = 65_530;

/** GrowthExperiments' option that holds somebody's mentorship state, as a number. */
export const mentorshipOption = 'growthexperiments-homepage-mentorship-enabled';

// The numbers of GrowthExperiments REL1_43.
const stateNumbers: Readonly<Record<MentorshipState, number>> = {
	disabled: 0,
	enabled: 1,
	optedOut: 2,
};

const defaults: Readonly<Record<string, string | number | boolean>> = {
	language: 'en',
	gender: 'unknown',
	skin: 'vector-2022',
	'gadget-mentorship': 1,
	'echo-subscriptions-email-ge-mentorship': false,
	'echo-subscriptions-web-ge-mentorship': true,
	'growthexperiments-mentorship-was-praised': false,
	'growthexperiments-homepage-enable': 1,
	'growthexperiments-homepage-pt-link': 1,
};

/** Whether `action=options` may set it: scripts' own options, and the few preferences there are. */
export function isKnownOption(name: string): boolean {
	return name.startsWith('userjs-') || Object.hasOwn(defaults, name);
}

/**
 * All options of somebody, as `mw.user.options` and the API have them: defaults, what they set, and
 * their mentorship state. `null` is somebody logged out: the defaults.
 */
export function userOptions(store: Store, user: User | null): Record<string, unknown> {
	return {
		...defaults,
		...(user !== null && store.userOptions.of(user.id)),
		[mentorshipOption]: stateNumbers[user === null ? 'enabled' : store.mentees.stateOf(user.id)],
	};
}
