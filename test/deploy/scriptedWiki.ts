import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach } from 'vitest';
import { closeServer, listenAnywhere } from '../support/localServer.ts';
import { createHarness, type DeployHarness, smallBuild } from './harness.ts';

interface Asked {
	readonly url: string;
	/** What is asked of the API: `tokens`, `siteinfo`, `login` …; `''` for a page. */
	readonly action: string;
	readonly body: string;
	readonly authorization: string;
}

interface Answer {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly text?: string;
}

/** For each test a server that answers as the test says, and the command on a small build. */
export function useScriptedWiki() {
	let server: Server;
	let harness: DeployHarness;
	const wiki = {
		origin: '',
		asked: [] as string[],
		answer: (_request: Asked): string | object => '<html></html>',
		deploy: (...parameters: Parameters<DeployHarness['deploy']>) => harness.deploy(...parameters),
		write: (name: string, text: string) => harness.write(name, text),
	};
	beforeEach(async () => {
		harness = await createHarness();
		await harness.build(smallBuild);
		wiki.asked = [];
		wiki.answer = () => '<html></html>';
		server = createServer(async (request, response) => {
			const { url = '', headers } = request;
			wiki.asked.push(url);
			const body = (await request.toArray()).join('');
			const action =
				new URL(url, 'http://x').searchParams.get('meta') ??
				new URLSearchParams(body).get('action');
			const answer = wiki.answer({
				...{ url, action: action ?? '', body: decodeURIComponent(body) },
				authorization: headers.authorization ?? '',
			});
			if (isAnswer(answer)) {
				response.writeHead(answer.status, answer.headers).end(answer.text);
			} else {
				response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
			}
		});
		wiki.origin = await listenAnywhere(server);
	});
	afterEach(async () => {
		await closeServer(server);
		await harness.remove();
	});
	return wiki;
}

function isAnswer(answer: string | object): answer is Answer {
	return typeof answer === 'object' && 'status' in answer;
}

export const tokens = { query: { tokens: { logintoken: 'x', csrftoken: 'x' } } };
export const general = {
	...{ sitename: 'W', lang: 'en', articlepath: '/wiki/$1' },
	generator: 'MediaWiki 1.43.9',
};
