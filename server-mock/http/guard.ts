import { createMiddleware } from 'hono/factory';

/** The names of this machine for itself. */
const ownNames: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];
const methods: readonly string[] = ['GET', 'HEAD', 'POST'];

/**
 * Whether a browser says that another site's page sends this: a form there would otherwise change
 * pages here, as a person who is logged out needs no secret for it. Programs that are not browsers say
 * nothing.
 */
function isForeign(origin: string | undefined, address: string): boolean {
	return origin !== undefined && origin !== new URL(address).origin;
}

/**
 * Refuses what this wiki is not for, and keeps browsers from guessing what an answer is.
 *
 * A site that gives a name of its own the address of this machine (DNS rebinding) would otherwise
 * read here whatever a person at this machine does.
 */
export const guard = createMiddleware(async (context, next) => {
	const { hostname } = new URL(context.req.url);
	if (!ownNames.includes(hostname)) {
		return context.text(`This wiki answers as 127.0.0.1 or localhost, not as ${hostname}.`, 421);
	}
	if (!methods.includes(context.req.method)) {
		return context.text('This wiki takes GET and POST.', 405, { Allow: methods.join(', ') });
	}
	if (context.req.method === 'POST' && isForeign(context.req.header('Origin'), context.req.url)) {
		return context.text('This wiki takes changes from its own pages only.', 403);
	}
	await next();
	context.res.headers.set('X-Content-Type-Options', 'nosniff');
	return undefined;
});
