import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type ApiResponse, type ApiServices, createApi } from './api/dispatcher.ts';
import { createApiReport, readErrorFormat } from './api/report.ts';
import { type Faults, modulesOf } from './faults.ts';
import { limitBody, readForm } from './http/form.ts';
import { guard } from './http/guard.ts';
import { decodePath, readPageRequest, savePageForm } from './http/pageRequest.ts';
import { createSessionKeeper, type SessionKeeper } from './http/session.ts';
import { switchPerson } from './http/switchPerson.ts';
import { type PageDependencies, renderRequest } from './pages/page.ts';
import { renderRaw } from './pages/raw.ts';
import { pagePath } from './wiki/title.ts';
import type { Saved } from './wiki/visit.ts';

export interface AppDependencies extends ApiServices, PageDependencies {
	/** Puts everything back as it was at first. */
	readonly reset: () => void;
	/** None: all goes well. */
	readonly faults?: Faults | undefined;
}

/** What Node's server adds to a request; a test that calls the app has no connection to end. */
type Bindings = Partial<HttpBindings>;

// Nothing but what this server itself sends: gadgets must live with that on careful wikis.
const contentSecurityPolicy =
	"default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

type KeepSession = (context: Context) => SessionKeeper;

/** The demo wiki: a request in, a response out. */
export function createApp(dependencies: AppDependencies): Hono<{ Bindings: Bindings }> {
	const { store, now, loader, files, faults, mentorship, reset } = dependencies;
	const onSaved = (saved: Saved) => {
		if (saved.user !== null) {
			mentorship.noteEdit(saved.user);
		}
		dependencies.onSaved?.(saved);
	};
	const services = { ...dependencies, onSaved };
	const app = new Hono<{ Bindings: Bindings }>();
	const keepSession: KeepSession = (context) => createSessionKeeper(store, context, now);
	const readRequest = ({ req }: Context, session: SessionKeeper) =>
		readPageRequest(new URL(req.url), session, services);

	app.use(guard, limitBody);
	app.onError(respondToError);

	app.on(['GET', 'POST'], '/api.php', createApiRoute(services, keepSession, faults));

	app.get('/load.php', ({ req }) => {
		const { body, headers } = loader.respond(new URL(req.url).searchParams);
		return new Response(body, { headers });
	});

	app.on('GET', ['/', '/index.php', '/index.php/*'], (context) => {
		const request = readRequest(context, keepSession(context));
		if (request === null) {
			return noSuchTitle(context);
		}
		if (request.query.get('action') === 'raw') {
			const { status, body, type } = renderRaw(request);
			return context.body(body, status, { 'Content-Type': `${type}; charset=utf-8` });
		}
		const { status, body } = renderRequest(request, dependencies);
		return context.html(body, status, pageHeaders);
	});

	app.post('/index.php', async (context) => {
		const request = readRequest(context, keepSession(context));
		if (request === null) {
			return noSuchTitle(context);
		}
		const draft = savePageForm(request, await readForm(context.req.raw));
		if (draft === null) {
			return context.redirect(pagePath(request.title.text), 303);
		}
		const { status, body } = renderRequest(request, dependencies, draft);
		return context.html(body, status, pageHeaders);
	});

	app.post('/switch', async (context) => {
		const form = await readForm(context.req.raw);
		const returnTo = switchPerson(store, keepSession(context), form, reset);
		return returnTo === null
			? context.text('This form is not of your session. Load the page again.', 403)
			: context.redirect(returnTo, 303);
	});

	app.get('/public/*', ({ req }) => {
		const file = files.find(decodePath(req.path.slice('/public/'.length)));
		if (file === null) {
			return new Response('There is no such file.', { status: 404 });
		}
		// A URL with a query may be cached for ever; the few without one come from style sheets.
		const maxAge = new URL(req.url).search === '' ? 'max-age=300' : 'max-age=2592000, immutable';
		return new Response(file.content, {
			headers: { 'Content-Type': file.type, 'Cache-Control': `public, ${maxAge}` },
		});
	});

	return app;
}

/** Answers `api.php`, or does what goes wrong instead. */
function createApiRoute(services: ApiServices, keepSession: KeepSession, faults?: Faults) {
	const api = createApi(services);
	return async (context: Context<{ Bindings: Bindings }>): Promise<Response> => {
		const { req, env } = context;
		const session = keepSession(context);
		const url = new URL(req.url).searchParams;
		const body = await readForm(req.raw);
		const respond = ({ answer, errorCode }: ApiResponse, headers: Headers = {}) =>
			context.json(answer, 200, {
				'Cache-Control': 'private, must-revalidate, max-age=0',
				...(errorCode !== null && { 'MediaWiki-API-Error': errorCode }),
				...headers,
			});
		const answer = () => respond(api({ method: req.method, url, body, session }));
		if (faults === undefined) {
			return answer();
		}
		return faults.respond(modulesOf(new URLSearchParams([...body, ...url])), {
			answer,
			refuse: (error, headers) => {
				const refused = createApiReport(readErrorFormat(body, url)).error(error);
				return respond({ answer: refused, errorCode: error.code }, headers);
			},
			cut: () => env.outgoing?.destroy(),
		});
	};
}

type Headers = Readonly<Record<string, string>>;

const pageHeaders = {
	'Content-Security-Policy': contentSecurityPolicy,
	'Cache-Control': 'private, no-cache',
};

function noSuchTitle(context: Context): Response {
	return context.text('No page can have this title.', 404);
}

/** A request that cannot be understood says so itself; everything else is a mistake in the program. */
function respondToError(error: Error): Response {
	if (error instanceof HTTPException) {
		return error.getResponse();
	}
	console.error(error);
	return new Response('The demo wiki has a problem.', { status: 500 });
}
