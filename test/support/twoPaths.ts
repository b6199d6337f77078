import { createServer, type IncomingMessage } from 'node:http';
import { closeServer, listenAnywhere } from './localServer.ts';

export interface OneOrigin {
	readonly origin: string;
	stop(): Promise<void>;
}

/**
 * Puts wikis under paths of one origin, as on a host with `/one/index.php` and `/two/index.php`; the
 * demo wiki's own pages say that they are at the origin's root, and are told otherwise on their way.
 *
 * @param wikis The demo wikis' origins by path, such as `/one`.
 */
export async function serveUnderPaths(wikis: Readonly<Record<string, string>>): Promise<OneOrigin> {
	const server = createServer((request, response) => {
		const pass = async (): Promise<void> => {
			const [, path = '', rest = ''] = /^(\/\w+)(.*)$/.exec(request.url ?? '') ?? [];
			const wiki = wikis[path];
			if (wiki === undefined) {
				response.writeHead(404).end();
				return;
			}
			const body = await readText(request);
			const answer = await fetch(wiki + rest, {
				method: request.method ?? 'GET',
				headers: {
					cookie: request.headers.cookie ?? '',
					'content-type': request.headers['content-type'] ?? '',
				},
				redirect: 'manual',
				...(body !== '' && { body }),
			});
			const type = answer.headers.get('Content-Type') ?? 'text/plain';
			response.writeHead(answer.status, { 'Content-Type': type });
			response.end(moveInto(path, type, await answer.text()));
		};
		pass().catch((error: Error) => response.destroy(error));
	});
	const origin = await listenAnywhere(server);
	return { origin, stop: () => closeServer(server) };
}

/** Addresses of the wiki in its pages and scripts; in an answer of its API there are none that are followed. */
function moveInto(path: string, type: string, text: string): string {
	if (!/html|javascript|css/.test(type)) {
		return text;
	}
	return text
		.replaceAll('"wgScriptPath":""', `"wgScriptPath":"${path}"`)
		.replace(/(["'`(])\/(?=(?:index|load|api)\.php|public\/)/g, `$1${path}/`);
}

async function readText(request: IncomingMessage): Promise<string> {
	let text = '';
	for await (const chunk of request) {
		text += chunk;
	}
	return text;
}
