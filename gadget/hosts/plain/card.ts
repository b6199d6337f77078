import type { Wish } from '../../domain/memory.ts';
import type { Failure } from '../failure.ts';
import type { GivenMentor, MentorProfile } from '../host.ts';

/** What stands where mentorship shows. */
export type Face =
	| { readonly kind: 'waiting' }
	| { readonly kind: 'mentor'; readonly mentor: MentorProfile; readonly isSubstitute: boolean }
	| { readonly kind: 'optedOut' }
	| { readonly kind: 'failed'; readonly failure: Failure };

/** A modal dialog. `about` only tells something; in the others a person confirms something. */
export interface Dialog {
	readonly kind: 'get' | 'leave' | 'about';
	/** The mentor they may choose to get back or not; `null` where there is no choice. */
	readonly choosableMentor: string | null;
	/** The mentor who will come back, once the wiki's list has confirmed that. */
	readonly returningMentor?: string | undefined;
	readonly wish: Wish;
	readonly isBusy: boolean;
	readonly failure: Failure | null;
}

export interface CardState {
	readonly face: Face;
	readonly dialog: Dialog | null;
}

export type CardEvent =
	| { readonly type: 'mentorShown'; readonly mentor: MentorProfile }
	| { readonly type: 'mentorMissing'; readonly failure: Failure }
	| { readonly type: 'retried' }
	| {
			readonly type: 'dialogOpened';
			readonly kind: Dialog['kind'];
			readonly choosableMentor: string | null;
	  }
	| { readonly type: 'dialogClosed' }
	/** A person chose, it is being done, it failed, or the list has confirmed who comes back. */
	| { readonly type: 'dialogChanged'; readonly change: Partial<Dialog> }
	| { readonly type: 'mentorGiven'; readonly given: GivenMentor<MentorProfile> }
	| { readonly type: 'left' };

/** @param isOptedOut Whether the card opens opted out, by hand or by the rule. */
export function initialCard(isOptedOut: boolean): CardState {
	return {
		face: { kind: isOptedOut ? 'optedOut' : 'waiting' },
		dialog: null,
	};
}

/** The next state of the card. No effects: those are in `actions.ts`. */
export function reduceCard(state: CardState, event: CardEvent): CardState {
	switch (event.type) {
		case 'mentorShown':
			return showMentor(state, event.mentor);
		case 'mentorMissing':
			return { ...state, face: withoutDetails(state.face, event.failure) };
		case 'retried':
			return { ...state, face: { kind: 'waiting' } };
		case 'dialogOpened':
			return {
				...state,
				dialog: {
					kind: event.kind,
					choosableMentor: event.choosableMentor,
					wish: 'sameMentor',
					isBusy: false,
					failure: null,
				},
			};
		case 'dialogClosed':
			return state.dialog?.isBusy ? state : { ...state, dialog: null };
		case 'dialogChanged':
			return { ...state, dialog: state.dialog && { ...state.dialog, ...event.change } };
		case 'mentorGiven':
			return { ...state, dialog: null, face: { kind: 'mentor', ...event.given } };
		case 'left':
			return { ...state, dialog: null, face: { kind: 'optedOut' } };
	}
}

/** A person whose mentor already shows only lost the details; an introduction is not to come any more. */
function withoutDetails(face: Face, failure: Failure): Face {
	switch (face.kind) {
		case 'waiting':
			return { kind: 'failed', failure };
		case 'mentor':
			return { ...face, mentor: { ...face.mentor, message: face.mentor.message ?? null } };
		default:
			return face;
	}
}

/** Details that come late must not bring back the card of a person who has opted out meanwhile. */
function showMentor(state: CardState, mentor: MentorProfile): CardState {
	const { face } = state;
	if (face.kind === 'optedOut') {
		return state;
	}
	const isSubstitute = face.kind === 'mentor' && face.isSubstitute;
	return { ...state, face: { kind: 'mentor', mentor, isSubstitute } };
}
