import { exitCodes, type Terminal, UsageError } from '../terminal/terminal.ts';
import { ApiError } from '../wiki/api.ts';
import { credentialVariables } from './credentials.ts';

const conflictCodes = /^(editconflict|articleexists|missingtitle|pagedeleted)$/;

/** Says why a deployment ended. @returns Its exit code. */
export function reportFailure(error: unknown, { note, interrupted }: Terminal): number {
	if (error instanceof UsageError) {
		note(error.message);
		return exitCodes.wrong;
	}
	if (interrupted.aborted) {
		note('Interrupted.');
		return exitCodes.interrupted;
	}
	note(error instanceof ApiError ? describe(error) : String((error as Error).stack));
	return error instanceof ApiError && error.code === 'no-api' ? exitCodes.wrong : exitCodes.failed;
}

function describe({ code, text: words }: ApiError): string {
	const text = words.replace(/\.$/, '');
	if (code === 'login-failed') {
		const { user, password } = credentialVariables;
		return `The wiki does not let you in: ${text}. Compare ${user} and ${password} with Special:BotPasswords.`;
	}
	if (code === 'unfit') {
		return `This wiki cannot have the gadget. ${text}.`;
	}
	if (code === 'reauthenticate') {
		return `The wiki wants whoever changes scripts to log in anew just before, which neither a BotPassword nor a token can (${code}: ${text}). Its operators can allow it ($wgAllowSecuritySensitiveOperationIfCannotReauthenticate); or an interface administrator saves the pages of dist/wiki by hand.`;
	}
	if (/-warning$/.test(code)) {
		return `A filter of the wiki warns, also the second time (${code}): ${text}. Whoever keeps its filters can except this account.`;
	}
	return conflictCodes.test(code)
		? `Somebody has changed this page in the meantime (${code}).`
		: `The wiki refuses, or does not answer as it should (${code}): ${text}.`;
}
