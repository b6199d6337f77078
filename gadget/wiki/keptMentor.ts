import type { MentorProfile } from '../hosts/host.ts';
import { keep, readKept } from './kept.ts';

/** In milliseconds: a week. What is kept shows only until the wiki answers. */
const span = 7 * 86_400_000;

type KeptMentor = Partial<Pick<MentorProfile, 'message' | 'editCount' | 'lastActive'>>;

/** What this browser was told about a mentor last. Other scripts may have written anything there. */
export function readKeptMentor(id: number): KeptMentor {
	const { message, editCount, lastActive } = Object(readKept(nameOf(id), span));
	return (message === null || typeof message === 'string') &&
		Number.isInteger(editCount) &&
		(lastActive === null || Number.isInteger(lastActive))
		? { message, editCount, lastActive }
		: {};
}

export function keepMentor(id: number, { message, editCount, lastActive }: KeptMentor): void {
	keep(nameOf(id), { message, editCount, lastActive }, span);
}

function nameOf(id: number): string {
	return `mentor-${id}`;
}
