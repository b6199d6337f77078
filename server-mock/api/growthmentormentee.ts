import { readUserName } from './growth.ts';
import type { QueryModule } from './module.ts';

/** GrowthExperiments' `list=growthmentormentee`: a mentor's mentees; everyone may ask. */
export const growthmentormentee: QueryModule = {
	prepare: (parameters) => {
		const name = readUserName('gemmmentor', parameters.required('gemmmentor'));
		return ({ store }) => {
			const mentor = store.users.byName(name);
			const mentees = mentor === null ? [] : store.mentees.menteesOf(mentor.id);
			return {
				top: {
					growthmentormentee: {
						mentor: name,
						mentees: mentees.map((mentee) => ({ name: mentee.name, id: mentee.id })),
					},
				},
			};
		};
	},
};
