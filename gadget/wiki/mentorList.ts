import type { RememberedMentor } from '../domain/memory.ts';
import { findUnreadable, type Mentor, mentorListTitle, readMentors } from '../domain/mentors.ts';
import type { MentorProfile } from '../hosts/host.ts';
import { isBlocked } from './accounts.ts';
import { ApiError, type ApiParameters } from './api.ts';
import { namedMentor } from './namedMentor.ts';
import { log } from './page.ts';
import { type AnsweredPage, contentOf, contentParameters } from './pageContent.ts';

/** Asks `action=query` for the list of mentors. */
export const mentorListParameters = {
	...contentParameters,
	titles: mentorListTitle,
};

export interface MentorListAnswer {
	readonly query?: { readonly pages?: readonly AnsweredPage[] };
}

/**
 * The mentors in an answer; none where the page is missing or is not JSON. Entries that cannot be
 * read are named in the console.
 */
export function mentorsIn(answer: MentorListAnswer): Mentor[] {
	try {
		const page: unknown = JSON.parse(contentOf(answer.query?.pages?.[0]) ?? 'null');
		const unreadable = findUnreadable(page);
		if (unreadable[0]) {
			log(`${mentorListTitle}: these entries are wrong, and given to nobody: ${unreadable}`);
		}
		return readMentors(page);
	} catch (error) {
		log(`${mentorListTitle}: ${error}`);
		return [];
	}
}

/** What changes about a mentor from day to day; asked of the wiki for one mentor. */
export interface MentorActivity {
	readonly name: string | undefined;
	readonly editCount: number | undefined;
	readonly lastActive: number | null;
	/** There is no such account, or it is blocked: they could not answer. */
	readonly isOut: boolean;
}

/** Asks `action=query` for a mentor's edits and latest edit, by user id: names change. */
export function activityParameters(id: number): ApiParameters {
	return {
		ususerids: id,
		usprop: 'editcount|blockinfo',
		ucuserids: id,
		uclimit: 1,
		ucprop: 'timestamp',
		list: 'users|usercontribs',
	};
}

export interface ActivityAnswer {
	readonly query?: {
		readonly users?: ReadonlyArray<{
			readonly name?: string;
			readonly missing?: boolean;
			readonly editcount?: number;
		}>;
		readonly usercontribs?: ReadonlyArray<{ readonly timestamp?: string }>;
	};
}

/** @throws {@link ApiError} `server` where it says nothing of them: that is not to be absent. */
export function activityIn({ query }: ActivityAnswer): MentorActivity {
	const user = query?.users?.[0];
	if (!user) {
		throw new ApiError('server');
	}
	const timestamp = query?.usercontribs?.[0]?.timestamp;
	return {
		name: user.name,
		editCount: user.editcount,
		lastActive: timestamp ? Date.parse(timestamp) : null,
		isOut: !!user.missing || isBlocked(user),
	};
}

/**
 * What the card on `plain` says about a mentor.
 *
 * @param listed Their entry on the list, where that is known.
 * @param activity What the wiki says of them, where that is known; its name is the current one.
 */
export function describeMentor(
	remembered: RememberedMentor,
	listed: Mentor | undefined,
	activity: MentorActivity | undefined,
): MentorProfile {
	const name = activity?.name || listed?.name || remembered.name;
	return {
		...namedMentor(name),
		questionPage: mw.util.getUrl(`User talk:${name}`, { action: 'edit', section: 'new' }),
		message: listed ? listed.message : activity && null,
		editCount: activity?.editCount,
		lastActive: activity?.lastActive,
	};
}
