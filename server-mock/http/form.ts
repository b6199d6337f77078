import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';

/** In bytes: MediaWiki's longest page and what is around it. */
const longestBody = 4 * 1024 * 1024;
/** As many as PHP reads. */
const mostFields = 1000;

/** Refuses bodies that no form of this wiki has. */
export const limitBody = bodyLimit({
	maxSize: longestBody,
	onError: () => new Response('That is more than this wiki takes.', { status: 413 }),
});

const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/**
 * A form's fields, urlencoded or multipart; files have no place here, and other bodies say nothing.
 *
 * @throws HTTPException where it is broken, or has more fields than any form here.
 */
export async function readForm(request: Request): Promise<URLSearchParams> {
	const type = request.headers.get('Content-Type') ?? '';
	if (request.method !== 'POST' || !formTypes.test(type)) {
		return new URLSearchParams();
	}
	const fields = [...(await parse(request))];
	if (fields.length > mostFields) {
		throw new HTTPException(413, { message: 'That is more than this wiki takes.' });
	}
	return new URLSearchParams(fields.map(([name, value]) => [name, String(value)]));
}

async function parse(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch (cause) {
		throw new HTTPException(400, { message: 'This form cannot be read.', cause });
	}
}
