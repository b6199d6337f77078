import { ApiError } from '../wiki/api.ts';
import { CommandFailure, exitCodes, type Terminal } from './terminal.ts';

/** Says why a command ended. @returns Its exit code. */
export function reportFailure(error: unknown, { note, interrupted }: Terminal): number {
	if (error instanceof CommandFailure) {
		note(error.message);
		return error.exitCode;
	}
	if (interrupted.aborted) {
		note('Interrupted.');
		return exitCodes.interrupted;
	}
	if (error instanceof ApiError) {
		const text = error.text.replace(/\.$/, '') || 'its answer is not MediaWiki’s';
		note(`The wiki refuses, or does not answer as it should (${error.code}): ${text}.`);
		return error.code === 'no-api' ? exitCodes.wrong : exitCodes.failed;
	}
	// A mistake in the program: its stack says where.
	String((error as Error).stack)
		.split('\n')
		.map(note);
	return exitCodes.failed;
}
