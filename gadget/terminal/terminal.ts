/** What a command may use of the process that it runs in. */
export interface Terminal {
	/** Writes a line of what was asked for. */
	readonly out: (line: string) => void;
	/** Writes a line about how it goes. */
	readonly note: (line: string) => void;
	/** Replaces the line at the bottom of a terminal; `null` where the output goes elsewhere. */
	readonly draw: ((line: string) => void) | null;
	/** Asks the person at the terminal; `null` where there is no one to ask. */
	readonly ask: Ask | null;
	/** Whether what was asked for goes to a terminal. */
	readonly isTerminal: boolean;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** Aborted on Ctrl-C. */
	readonly interrupted: AbortSignal;
}

/**
 * @param isSecret What is typed does not show.
 * @returns What was typed; `''` where the input ended.
 * @throws The signal's reason on Ctrl-C.
 */
export type Ask = (question: string, isSecret?: boolean) => Promise<string>;

/** A command line's command. */
export interface Command {
	/** What `--help` says. */
	readonly usage: string;
	/**
	 * @param args Without the command's own name.
	 * @returns The exit code.
	 * @throws UsageError
	 */
	readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>;
}

/** A command's exit codes. */
export const exitCodes = { done: 0, failed: 1, wrong: 2, off: 3, interrupted: 130 } as const;

/** Why a command ends; the message is the one line that the person reads. */
export class CommandFailure extends Error {
	readonly exitCode: number = exitCodes.failed;
}

/** What a person asked for is wrong. */
export class UsageError extends CommandFailure {
	override readonly exitCode = exitCodes.wrong;
}

/** What moves the cursor, colours the rest, or reorders it; joiners are letters' own. */
export const control = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;

/**
 * A line as it may be printed, even if a stranger wrote it: control characters and marks of direction show as
 * signs, such as ␛ and <U+202E>.
 */
export function printable(line: string): string {
	return line.replace(control, (character) => {
		const code = character.codePointAt(0) ?? 0;
		if (code < 0x20) {
			return String.fromCodePoint(0x2400 + code);
		}
		return code === 0x7f ? '␡' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
	});
}

/** 1234567 as `1,234,567`. */
export function grouped(number: number): string {
	return String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ',');
}
