import { CommandFailure } from '../terminal/terminal.ts';
import { ApiError } from '../wiki/api.ts';

/** What it means that a wiki refused a change, where there is more to say than its own words. */
export function explainRefusedChange(error: unknown): unknown {
	if (!(error instanceof ApiError)) {
		return error;
	}
	const { code } = error;
	const text = error.text.replace(/\.$/, '');
	if (/^(editconflict|articleexists|missingtitle|pagedeleted)$/.test(code)) {
		return new CommandFailure(`Someone else has changed this page in the meantime (${code}).`);
	}
	if (code === 'reauthenticate') {
		return new CommandFailure(
			`The wiki requires people to log in again just before they change scripts, which neither a BotPassword nor a token can do (${code}: ${text}). Its operators can allow it ($wgAllowSecuritySensitiveOperationIfCannotReauthenticate); or an interface administrator saves the pages of dist/wiki by hand.`,
		);
	}
	return /-warning$/.test(code)
		? new CommandFailure(
				`A filter of the wiki warns a second time (${code}): ${text}. The people who maintain its filters can exempt this account.`,
			)
		: error;
}
