import {
	type Mentor,
	mentorListTitle,
	readMentors,
	usualWeight,
} from '../../gadget/domain/mentors.ts';
import type { Store } from '../store/store.ts';
import type { MediaWiki } from './site.ts';

/** The mentors whom `MediaWiki:GrowthMentors.json` names. */
export interface MentorList {
	/** As the page has them now: whom the lot can fall on. */
	onPage(): Mentor[];
	/** As the wiki knows them: what the API says, and who counts as a mentor. */
	known(): Mentor[];
	/** Forgets whom the wiki knew, as an administrator of the server can. */
	flush(): void;
}

/** In milliseconds: for how long MediaWiki 1.45 goes by the ids it has read. */
const cachedFor = 86_400_000;

/** @param now Milliseconds since 1970. */
export function createMentorList(
	store: Store,
	mediaWiki: MediaWiki,
	now: () => number,
): MentorList {
	let cached: { readonly ids: readonly number[]; readonly until: number } | null = null;
	const onPage = (): Mentor[] => {
		const page = store.pages.find(mentorListTitle);
		const mentors = readMentors(page === null ? null : JSON.parse(page.latest.content));
		// An entry without an account is a mistake on the page: it must not be given to anyone as a mentor.
		return mentors.filter(({ id, name }) => name && store.users.byId(id) !== null);
	};
	/** Who has left the page since is a mentor like any other. */
	const describe = (id: number, mentors: readonly Mentor[]): Mentor =>
		mentors.find((mentor) => mentor.id === id) ?? {
			id,
			name: store.users.byId(id)?.name ?? '',
			message: null,
			weight: usualWeight,
			awayUntil: null,
		};
	return {
		onPage,
		known: () => {
			const mentors = onPage();
			if (!mediaWiki.hasThresholds) {
				return mentors;
			}
			if (cached === null || cached.until <= now()) {
				cached = { ids: mentors.map(({ id }) => id), until: now() + cachedFor };
			}
			return cached.ids.map((id) => describe(id, mentors));
		},
		flush: () => {
			cached = null;
		},
	};
}
