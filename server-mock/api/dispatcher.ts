import { csrfTokenOf, type SessionKeeper } from '../http/session.ts';
import { rightsOf } from '../wiki/permissions.ts';
import type { Services } from '../wiki/visit.ts';
import { ApiRefusal, inModule } from './error.ts';
import type { ActionModule, ApiAnswer, ApiContext } from './module.ts';
import { actions } from './modules.ts';
import { createParameters, type Parameters } from './parameters.ts';
import { query } from './query.ts';
import { createApiReport, type Report, readErrorFormat } from './report.ts';
import { formatTime } from './time.ts';

const modules: Readonly<Record<string, ActionModule>> = { ...actions, query };

export interface ApiServices extends Services {
	/** Milliseconds since 1970. */
	readonly now: () => number;
}

export interface ApiRequest {
	readonly method: string;
	readonly url: URLSearchParams;
	/** Empty for a GET. */
	readonly body: URLSearchParams;
	readonly session: SessionKeeper;
}

export interface ApiResponse {
	readonly answer: ApiAnswer;
	/** For the header `MediaWiki-API-Error`. */
	readonly errorCode: string | null;
}

/**
 * The Action API: what every module has in common. Answers are always `formatversion=2`; refusals
 * are answers too.
 */
export function createApi(dependencies: ApiServices): (request: ApiRequest) => ApiResponse {
	return (request) => {
		const user = request.session.user();
		const report = createApiReport(readErrorFormat(request.body, request.url));
		const parameters = createParameters({
			url: request.url,
			body: request.body,
			highLimits: rightsOf(user).has('apihighlimits'),
			warn: report.warn,
		});
		const context: ApiContext = {
			...dependencies,
			user,
			now: dependencies.now(),
			warn: report.warn,
			session: request.session.current(),
			startSession: request.session.start,
			endSession: request.session.end,
		};
		return respond(request, parameters, context, report);
	};
}

function respond(
	request: ApiRequest,
	parameters: Parameters,
	context: ApiContext,
	report: Report,
): ApiResponse {
	try {
		const wantsTime = parameters.flag('curtimestamp');
		const answer = inModule('main', () => execute(request, parameters, context));
		for (const name of parameters.unread()) {
			const text = `There is no parameter “${name}”.`;
			context.warn({ module: 'main', code: 'unrecognizedparams', text });
		}
		const time = wantsTime ? { curtimestamp: formatTime(context.now) } : {};
		return { answer: { ...report.warnings(), ...time, ...answer }, errorCode: null };
	} catch (error) {
		if (error instanceof ApiRefusal) {
			return { answer: { ...report.warnings(), ...report.error(error) }, errorCode: error.code };
		}
		throw error;
	}
}

// Understood, and of no consequence here.
const inert = ['format', 'formatversion', 'errorformat', 'errorlang', 'uselang', 'maxlag'];

function execute(request: ApiRequest, parameters: Parameters, context: ApiContext): ApiAnswer {
	for (const name of inert) {
		parameters.text(name);
	}
	checkAsserts(parameters, context);
	const action = parameters.oneOf('action', Object.keys(modules));
	const module = modules[action] as ActionModule;
	return inModule(action, () => {
		const own = parameters.inModule(action);
		const run = module.prepare(own);
		if (module.writes || module.loginToken) {
			checkToken(module, own, request, context);
		}
		return run(context);
	});
}

/** First of all, so that being logged out is not hidden behind another refusal. */
function checkAsserts(parameters: Parameters, { user }: ApiContext): void {
	const asserted = parameters.text('assert');
	const assertedName = parameters.text('assertuser');
	if (asserted === 'user' && user === null) {
		throw new ApiRefusal('assertuserfailed', 'Nothing was done: you are logged out.');
	}
	if (asserted === 'anon' && user !== null) {
		throw new ApiRefusal('assertanonfailed', 'Nothing was done: you are logged in.');
	}
	if (assertedName !== undefined && assertedName !== user?.name) {
		throw new ApiRefusal('assertnameduserfailed', `Nothing was done: you are not ${assertedName}.`);
	}
}

function checkToken(
	module: ActionModule,
	parameters: Parameters,
	request: ApiRequest,
	{ session }: ApiContext,
): void {
	const name = module.loginToken ?? 'token';
	const token = parameters.required(name);
	if (parameters.isInUrl(name)) {
		throw new ApiRefusal('mustpostparams', `“${name}” belongs into the body of a POST.`);
	}
	if (request.method !== 'POST') {
		throw new ApiRefusal('mustbeposted', 'This changes the wiki: only by POST.');
	}
	if (token !== (module.loginToken ? session?.loginToken : csrfTokenOf(session))) {
		throw new ApiRefusal('badtoken', 'The token is not of this session.');
	}
}
