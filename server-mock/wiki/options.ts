import type { MentorshipState } from '../../gadget/domain/mentee.ts';
import type { Store } from '../store/store.ts';
import type { User } from '../store/users.ts';
import type { MediaWiki } from './site.ts';

/** In bytes: as much as MediaWiki's database column takes. */
export const largestOption = 65_530;

/** GrowthExperiments' option that holds a person's mentorship state, as a number. */
export const mentorshipOption = 'growthexperiments-homepage-mentorship-enabled';

/** GrowthExperiments' preferences for its Homepage and its help panel. */
const homepageOption = 'growthexperiments-homepage-enable';
const helpPanelOption = 'growthexperiments-help-panel-tog-help-panel';

/** What GrowthExperiments stores; MediaWiki gives 0 and 1 as numbers, and other options as texts. */
const storedStates: Readonly<Record<MentorshipState, number | string>> = {
	disabled: 0,
	enabled: 1,
	optedOut: '2',
};
const enabledExplicitly = '50';

const defaults: Readonly<Record<string, string | number | boolean>> = {
	language: 'en',
	gender: 'unknown',
	skin: 'vector-2022',
	'gadget-mentorship': 1,
	'echo-subscriptions-email-ge-mentorship': false,
	'echo-subscriptions-web-ge-mentorship': true,
	'growthexperiments-mentorship-was-praised': false,
	[homepageOption]: 1,
	[helpPanelOption]: false,
	'growthexperiments-homepage-pt-link': 1,
};

/** Whether `action=options` may set it: scripts' own options, and the few preferences there are. */
export function isKnownOption(name: string): boolean {
	return name.startsWith('userjs-') || name === mentorshipOption || Object.hasOwn(defaults, name);
}

/** Whether being given a mentor by name enables mentorship: not where both preferences are off. */
export function isEnabledByMentor(store: Store, user: User): boolean {
	const { [homepageOption]: homepage, [helpPanelOption]: helpPanel } = store.userOptions.of(
		user.id,
	);
	return homepage !== '0' || helpPanel === '1';
}

/**
 * Sets the state as `action=options` does, by what is stored: a mentor who is there stays.
 *
 * @param value `null` unsets it.
 */
export function storeState(store: Store, user: User, value: string | null, mediaWiki: MediaWiki) {
	const isExplicit = value === enabledExplicitly && mediaWiki.hasThresholds;
	const isEnabled = isExplicit || value === '1' || value === null;
	const other = value === '2' ? 'optedOut' : 'disabled';
	store.mentees.setState(user.id, isEnabled ? 'enabled' : other);
	store.mentees.noteAsked(user.id, isExplicit);
}

/**
 * All options of a person, as `mw.user.options` and the API have them: defaults, what they set, and
 * their mentorship state. `null` is a person logged out: the defaults.
 */
export function userOptions(
	store: Store,
	user: User | null,
	mediaWiki: MediaWiki,
): Record<string, unknown> {
	const state = user === null ? 'enabled' : store.mentees.stateOf(user.id);
	const isExplicit =
		user !== null &&
		mediaWiki.hasThresholds &&
		state === 'enabled' &&
		store.mentees.hasAsked(user.id);
	return {
		...defaults,
		...(user !== null && store.userOptions.of(user.id)),
		[mentorshipOption]: isExplicit ? enabledExplicitly : storedStates[state],
	};
}
