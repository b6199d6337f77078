import type { Memory } from '../domain/memory.ts';
import type { MentorshipState } from '../domain/mentee.ts';
import { placeholderSelector } from './selectors.ts';

/** The place on the page where mentorship shows, and what the page knows of it. */
export interface Homepage {
	readonly host: 'plain';
	readonly module: HTMLElement;
	readonly state: MentorshipState;
}

/**
 * Finds out which host the page is on, if any.
 *
 * @param memory On `plain` the memory is also where the state is kept.
 */
export function findHomepage(memory: Memory | null): Homepage | null {
	const placeholder = document.querySelector<HTMLElement>(placeholderSelector);
	return placeholder && { host: 'plain', module: placeholder, state: memory?.state || 'enabled' };
}
