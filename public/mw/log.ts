export interface Log {
	(...parts: unknown[]): void;
	warn(...parts: unknown[]): void;
	error(...parts: unknown[]): void;
}

/** `mw.log`: plain lines only in debug mode, which this wiki has not; warnings and errors always. */
export function createLog(console: Console): Log {
	return Object.assign(() => undefined, {
		warn: (...parts: unknown[]) => console.warn(...parts),
		error: (...parts: unknown[]) => console.error(...parts),
	});
}
