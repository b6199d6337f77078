/** Facts about a refusal, for programs. */
export type ErrorData = Readonly<Record<string, string | number>>;

/** A refusal by the API: clients go by the code; the text is for people. */
export class ApiRefusal extends Error {
	override readonly name = 'ApiRefusal';
	/** MediaWiki's error code. */
	readonly code: string;
	/** Codes of what else prevents it. */
	readonly furtherCodes: readonly string[];
	readonly data: ErrorData | null;
	/** Path of the module that refused, such as `query+users`; the dispatcher fills in what is missing. */
	module: string | null;

	constructor(
		code: string,
		text: string,
		details: {
			readonly furtherCodes?: readonly string[];
			readonly data?: ErrorData | null;
			readonly module?: string;
		} = {},
	) {
		super(text);
		this.code = code;
		this.furtherCodes = details.furtherCodes ?? [];
		this.data = details.data ?? null;
		this.module = details.module ?? null;
	}
}

/**
 * Runs `work` so that a refusal within names this module, unless an inner one was named already.
 *
 * @throws ApiRefusal with a module; whatever else `work` throws, as it is.
 */
export function inModule<Result>(module: string, work: () => Result): Result {
	try {
		return work();
	} catch (error) {
		if (error instanceof ApiRefusal) {
			error.module ??= module;
		}
		throw error;
	}
}
