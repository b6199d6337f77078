import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type ApiServices, createApi } from './api/dispatcher.ts';
import type { ApiAnswer } from './api/module.ts';
import { createApiReport, readErrorFormat } from './api/report.ts';
import { type Faults, modulesOf } from './faults.ts';
import { limitBody, readForm } from './http/form.ts';
import { guard } from './http/guard.ts';
import { decodePath, readPageRequest, savePageForm } from './http/pageRequest.ts';
import { createSessionKeeper, type SessionKeeper } from './http/session.ts';
import { switchPerson } from './http/switchPerson.ts';
import { type PageDependencies, renderRequest } from './pages/page.ts';
import { type RawPage, renderRaw } from './pages/raw.ts';
import type { Saved } from './wiki/editing.ts';
import { pagePath } from './wiki/title.ts';

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
	const api = createApi(services);
	const app = new Hono<{ Bindings: Bindings }>();
	const keepSession = (request: Request) =>
		createSessionKeeper(store, request.headers.get('cookie') ?? undefined, now);

	app.use(guard, limitBody);
	app.onError(respondToError);

	app.on(['GET', 'POST'], '/api.php', async ({ req, env }) => {
		const session = keepSession(req.raw);
		const { origin, searchParams: url } = new URL(req.url);
		const body = await readForm(req.raw);
		const answer = () => {
			const answered = api({ method: req.method, origin, url, body, session });
			return respondJson(session, answered.answer, answered.errorCode);
		};
		return faults === undefined
			? answer()
			: faults.respond(modulesOf(new URLSearchParams([...body, ...url])), {
					answer,
					refuse: (error, headers) => {
						const refused = createApiReport(readErrorFormat(body, url), origin).error(error);
						return respondJson(session, refused, error.code, headers);
					},
					cut: () => env.outgoing?.destroy(),
				});
	});

	app.get('/load.php', ({ req }) => {
		const { body, headers } = loader.respond(new URL(req.url).searchParams);
		return new Response(body, { headers });
	});

	app.on('GET', ['/', '/index.php', '/index.php/*'], ({ req }) => {
		const session = keepSession(req.raw);
		const request = readPageRequest(new URL(req.url), session, services);
		if (request === null) {
			return respond(session, 'No page can have this title.', { status: 404 });
		}
		if (request.query.get('action') === 'raw') {
			return respondRaw(session, renderRaw(request));
		}
		const { status, body } = renderRequest(request, dependencies);
		return respond(session, body, { status, headers: pageHeaders });
	});

	app.post('/index.php', async ({ req }) => {
		const session = keepSession(req.raw);
		const request = readPageRequest(new URL(req.url), session, services);
		if (request === null) {
			return respond(session, 'No page can have this title.', { status: 404 });
		}
		const draft = savePageForm(request, await readForm(req.raw));
		if (draft === null) {
			return redirect(session, pagePath(request.title.text));
		}
		const { body } = renderRequest(request, dependencies, draft);
		return respond(session, body, { status: 403, headers: pageHeaders });
	});

	app.post('/switch', async ({ req }) => {
		const session = keepSession(req.raw);
		const returnTo = switchPerson(store, session, await readForm(req.raw), reset);
		return returnTo === null
			? respond(session, 'This form is not of your session. Load the page again.', { status: 403 })
			: redirect(session, returnTo);
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

const pageHeaders = {
	'Content-Type': 'text/html; charset=utf-8',
	'Content-Security-Policy': contentSecurityPolicy,
	'Cache-Control': 'private, no-cache',
};

/** A request that cannot be understood says so itself; everything else is a mistake in the program. */
function respondToError(error: Error): Response {
	if (error instanceof HTTPException) {
		return error.getResponse();
	}
	console.error(error);
	return new Response('The demo wiki has a problem.', { status: 500 });
}

function respondJson(
	session: SessionKeeper,
	answer: ApiAnswer,
	errorCode: string | null,
	headers: Readonly<Record<string, string>> = {},
): Response {
	return respond(session, JSON.stringify(answer), {
		headers: {
			'Content-Type': 'application/json; charset=utf-8',
			'Cache-Control': 'private, must-revalidate, max-age=0',
			...(errorCode !== null && { 'MediaWiki-API-Error': errorCode }),
			...headers,
		},
	});
}

function respond(session: SessionKeeper, body: string, { headers, status = 200 }: ResponseInit) {
	const response = new Response(body, { status, headers: { ...(headers as object) } });
	for (const cookie of session.cookies()) {
		response.headers.append('Set-Cookie', cookie);
	}
	return response;
}

function respondRaw(session: SessionKeeper, { status, body, type }: RawPage): Response {
	return respond(session, body, { status, headers: { 'Content-Type': `${type}; charset=utf-8` } });
}

function redirect(session: SessionKeeper, path: string): Response {
	return respond(session, '', { status: 303, headers: { Location: path } });
}
