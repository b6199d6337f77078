import type { Store } from '../store/store.ts';
import type { User } from '../store/users.ts';

/** Who gives whom which mentor. */
export interface NamedChange {
	readonly mentee: User;
	readonly mentor: User;
	readonly performer: User;
	readonly reason: string;
}

/**
 * Says in the public log that a person has another mentor.
 *
 * @param timestamp Milliseconds since 1970.
 */
export function logMentorChange(
	store: Store,
	{ mentee, mentor, performer, reason }: NamedChange,
	before: User | null,
	timestamp: number,
): void {
	const claims = performer.id === mentor.id;
	const action = claims ? 'claimmentee' : 'setmentor';
	store.log.add({
		timestamp,
		type: 'growthexperiments',
		action: before === null ? `${action}-no-previous-mentor` : action,
		userId: performer.id,
		title: `User:${mentee.name}`,
		comment: reason,
		parameters: {
			...(before !== null && { '4::previous-mentor': before.name }),
			...(!claims && { '5::new-mentor': mentor.name }),
		},
	});
}
