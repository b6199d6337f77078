import type { ApiRefusal } from './error.ts';
import type { ApiAnswer } from './module.ts';
import type { Warn, Warning } from './warning.ts';

/** `errorformat`: MediaWiki's old shape, or one list of `{code, text, module}`. */
export type ErrorFormat = 'bc' | 'plaintext';

/** Refusal and warnings of one request, in the shape that the client asked for. */
export interface Report {
	readonly warn: Warn;
	/** What the answer says of warnings; empty where there are none. */
	warnings(): ApiAnswer;
	error(error: ApiRefusal): ApiAnswer;
}

/** Read ahead of everything else: the very refusal of another parameter needs it. */
export function readErrorFormat(body: URLSearchParams, url: URLSearchParams): ErrorFormat {
	const format = body.get('errorformat') ?? url.get('errorformat') ?? 'bc';
	return format === 'bc' ? 'bc' : 'plaintext';
}

const docref = 'The API is at /api.php.';

export function createApiReport(format: ErrorFormat): Report {
	const noted: Warning[] = [];
	return {
		warn: (warning) => {
			noted.push(warning);
		},
		warnings: () => {
			if (noted.length === 0) {
				return {};
			}
			return { warnings: format === 'bc' ? byModule(noted) : noted };
		},
		error: (error) =>
			format === 'bc'
				? { error: { code: error.code, info: error.message, ...error.data, docref } }
				: { errors: listErrors(error), docref },
	};
}

function listErrors({ code, furtherCodes, message, data, module }: ApiRefusal): ApiAnswer[] {
	return [code, ...furtherCodes].map((each) => ({
		code: each,
		text: message,
		...(data !== null && { data }),
		module: module ?? 'main',
	}));
}

/** The old shape knows no code, and only the last part of a module's path. */
function byModule(warnings: readonly Warning[]): ApiAnswer {
	const nameOf = ({ module }: Warning) => module.split('+').at(-1) ?? module;
	return Object.fromEntries(
		[...new Set(warnings.map(nameOf))].map((name) => {
			const texts = warnings.filter((warning) => nameOf(warning) === name);
			return [name, { warnings: texts.map(({ text }) => text).join('\n') }];
		}),
	);
}
