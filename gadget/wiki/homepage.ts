import type { Memory } from '../domain/memory.ts';
import type { MentorshipState } from '../domain/mentee.ts';
import { placeholderSelector } from './selectors.ts';

/** The place on the page where mentorship shows. */
export interface Homepage {
	readonly module: HTMLElement;
	/** @param memory On `plain` the memory is also where the state is kept. */
	readState(memory: Memory | null): MentorshipState;
}

/** Finds out whether mentorship shows on the page. */
export function findHomepage(): Homepage | null {
	const placeholder = document.querySelector<HTMLElement>(placeholderSelector);
	return (
		placeholder && {
			module: placeholder,
			readState: (memory) => memory?.state || 'enabled',
		}
	);
}
