import type { Decision } from '../domain/decision.ts';
import { hasAsked, hasGraduated, type Memory } from '../domain/memory.ts';
import type { MentorshipState } from '../domain/mentee.ts';
import { growthModuleSelector, placeholderSelector } from './selectors.ts';

/** The place on the page where mentorship shows, and what is particular to its host. */
export interface Homepage {
	readonly module: HTMLElement;
	/** The hidden gadget that draws there, `mentorship-…`. */
	readonly gadget: string;
	/** @param memory On `plain` the memory is also where the state is kept. */
	readState(memory: Memory): MentorshipState;
	/** Whether the person has ever asked for a mentor themselves. */
	hasAsked(memory: Memory): boolean;
	/** Whether the wiki may keep thresholds of its own; until they are known, nothing changes. */
	readonly mayOwnThresholds?: boolean;
	/** Whether the page needs more than it holds already. */
	needsCard(decision: Decision, memory: Memory): boolean;
}

/** GrowthExperiments' state of somebody who asked for a mentor; only 1.45 and later write it. */
const enabledExplicitly = 50;

/**
 * From 1.45 on, GrowthExperiments' own configuration page may hold the thresholds. (`wgVersion` is,
 * say, `1.45.0-wmf.3`.)
 */
export function wikiMayOwnThresholds(): boolean {
	return Number(mw.config.get('wgVersion').slice(2, 4)) > 44;
}

/** Finds out whether mentorship shows on the page, and on which host it is. */
export function findHomepage(): Homepage | null {
	const module = document.querySelector<HTMLElement>(
		`${placeholderSelector},${growthModuleSelector}`,
	);
	if (!module) {
		return null;
	}
	const growthName = module.dataset.moduleName;
	if (!growthName) {
		return {
			module,
			gadget: 'card',
			readState: (memory) => memory.state || 'enabled',
			hasAsked,
			needsCard: () => true,
		};
	}
	const asked =
		Number(mw.user.options.get('growthexperiments-homepage-mentorship-enabled')) ===
		enabledExplicitly;
	const isRecent = wikiMayOwnThresholds();
	return {
		module,
		gadget: 'growth',
		readState: () => (growthName !== 'mentorship' ? 'optedOut' : asked ? 'disabled' : 'enabled'),
		hasAsked: (memory) => hasAsked(memory) || hasGraduated(memory),
		mayOwnThresholds: isRecent,
		// The server has drawn the card; only what it cannot know is ours.
		needsCard: (decision, memory) =>
			decision === 'graduate' ||
			(decision === 'enabled' && !hasAsked(memory) && (isRecent || hasGraduated(memory))) ||
			(!!memory.mentor && (decision === 'optedOut' || !!memory.pending)),
	};
}
