import type { Mentor } from '../../gadget/domain/mentors.ts';
import type { QueryModule } from './module.ts';

/** GrowthExperiments' `list=growthmentorlist`: the mentors by user id. */
export const growthmentorlist: QueryModule = {
	prepare:
		() =>
		({ mentorship, store }) => {
			const entries = mentorship.list
				.known()
				.map((mentor) => [mentor.id, describe(mentor, store.users.byId(mentor.id)?.name)]);
			// PHP writes a map without entries as a list.
			const list = entries.length === 0 ? [] : Object.fromEntries(entries);
			return { top: { growthmentorlist: list } };
		},
};

function describe({ message, weight, name }: Mentor, accountName = name) {
	return { message, weight, username: accountName };
}
