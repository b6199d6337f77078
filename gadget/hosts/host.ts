import type { Wish } from '../domain/memory.ts';
import type { PageFacts } from '../domain/rule.ts';

/** What the loader sees of a host on a page. */
export interface Sight extends Pick<PageFacts, 'gadget' | 'storedState'> {
	/** Where mentorship shows on the page; `null` where it does not. */
	readonly place: HTMLElement | null;
}

/** A mentor, as far as every card names them. */
export interface NamedMentor {
	readonly name: string;
	/** Address of their user page. */
	readonly userPage: string;
}

/** A mentor, with what the card on `plain` says about them. `undefined`: not known yet. */
export interface MentorProfile extends NamedMentor {
	/** Address at which a new section on their talk page can be written. */
	readonly questionPage: string;
	/** Their own introduction, as text; `null` where they wrote none. */
	readonly message: string | null | undefined;
	readonly editCount: number | undefined;
	/** When they last edited, in milliseconds since 1970; `null`: never. */
	readonly lastActive: number | null | undefined;
}

/** The mentor a person got when they asked. */
export interface GivenMentor<Mentor extends NamedMentor = NamedMentor> {
	readonly mentor: Mentor;
	/** Not the one they asked for: that one has left, or there is no different one. */
	readonly isSubstitute: boolean;
}

/** Where mentorship lives, for a person who wants a mentor. All promises reject with `ApiError`. */
export interface MentorshipHost {
	/** The name of the mentor the person may choose to get back or not; `null` where there is no choice. */
	choosableMentor(): string | null;
	/** Gives the person, who asked for it, a mentor. */
	getMentor(wish: Wish): Promise<GivenMentor>;
}
