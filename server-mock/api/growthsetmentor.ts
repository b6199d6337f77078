import type { User } from '../store/users.ts';
import { rightsOf } from '../wiki/permissions.ts';
import { ApiRefusal } from './error.ts';
import { readUserName } from './growth.ts';
import type { ActionModule, ApiContext } from './module.ts';

/**
 * GrowthExperiments' `action=growthsetmentor`. Mentee and mentor themselves may do it where the
 * mentor is on the list; all others need the right `setmentor`.
 */
export const growthsetmentor: ActionModule = {
	writes: true,
	prepare: (parameters) => {
		const menteeName = readUserName('mentee', parameters.required('mentee'));
		const mentorName = readUserName('mentor', parameters.required('mentor'));
		const reason = parameters.text('reason') ?? '';
		return (context) => {
			const mentee = context.store.users.byName(menteeName);
			const mentor = context.store.users.byName(mentorName);
			const performer = requirePermission(context, mentee, mentor);
			const named = {
				mentee: requireAccount(mentee, menteeName),
				mentor: requireAccount(mentor, mentorName),
			};
			const change = context.mentorship.changeMentor({ ...named, performer, reason });
			if (!change.done) {
				throw new ApiRefusal(change.reason, `The mentor of ${menteeName} was not changed.`);
			}
			return {
				growthsetmentor: {
					status: 'ok',
					mentee: menteeName,
					newMentor: mentorName,
					oldMentor: change.before?.name ?? false,
				},
			};
		};
	},
};

function requirePermission(
	{ user, mentorship }: ApiContext,
	mentee: User | null,
	mentor: User | null,
): User {
	if (user?.blocked) {
		throw new ApiRefusal('blocked', 'A blocked account changes no mentors.');
	}
	const isTheirs = user !== null && (user.id === mentee?.id || user.id === mentor?.id);
	const isAllowed = isTheirs && mentor !== null && mentorship.isMentor(mentor);
	if (user === null || !(isAllowed || rightsOf(user).has('setmentor'))) {
		throw new ApiRefusal('permissiondenied', 'You may not set this person’s mentor.');
	}
	return user;
}

function requireAccount(user: User | null, name: string): User {
	if (user === null || user.temporary) {
		throw new ApiRefusal('nosuchusershort', `There is no account ${name}.`);
	}
	return user;
}
