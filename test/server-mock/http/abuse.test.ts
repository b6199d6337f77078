import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Demo, serveDemo } from '../../../server-mock/demo.ts';

let demo: Demo;

beforeAll(async () => {
	demo = await serveDemo({
		port: 0,
		storeFile: ':memory:',
		gadgetFolder: null,
		now: Date.now,
		random: Math.random,
	});
});
afterAll(() => demo.close());

const port = () => Number(new URL(demo.origin).port);

/** Sends bytes as they are, and reads all that is answered until the connection ends. */
async function send(bytes: string): Promise<string> {
	const socket = connect(port(), '127.0.0.1');
	socket.end(bytes);
	return readAll(socket);
}

async function readAll(socket: Socket): Promise<string> {
	let answer = '';
	socket.on('data', (part) => {
		answer += part.toString('latin1');
	});
	// The server may hang up before everything is sent; what it said counts.
	socket.on('error', () => undefined);
	await new Promise((resolve) => socket.on('close', resolve));
	return answer;
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

const get = (target: string, host = '127.0.0.1') =>
	`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;

const post = (target: string, body: string, type = 'application/x-www-form-urlencoded') =>
	`POST ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: ${type}\r\n` +
	`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

const long = (length: number) => 'x'.repeat(length);

describe('the demo wiki answers clearly and goes on after', () => {
	const multipart = 'multipart/form-data; boundary=b';

	test.each<[what: string, bytes: string, status: number]>([
		['a path out of its folder', get('/public/../package.json'), 404],
		['one that is encoded', get('/public/%2e%2e%2f%2e%2e%2fpackage.json'), 404],
		['one that is encoded twice', get('/public/%252e%252e%252fserver-mock/main.ts'), 404],
		['one with backslashes', get('/public/..\\..\\package.json'), 400],
		['one into its packages', get('/public/ooui/../package.json'), 404],
		['an absolute one', get('/public//etc/passwd'), 404],
		['a source', get('/public/mw.ts'), 404],
		['one with a zero byte', get('/public/skin.css%00.css'), 404],
		['a name that is too long for a file', get(`/public/${long(5000)}.css`), 404],
		['a folder for a file', get('/public/skin.css/x.css'), 404],
		['half an escape', get('/public/%E0%A4%A'), 404],
		['half an escape in a title', get('/index.php/%E0%A4%A'), 404],
		['a title that is too long', get(`/index.php?title=${long(300)}`), 404],
		['a title of bytes that are not text', get('/index.php?title=%ff%fe'), 404],
		['a title of brackets', get('/index.php?title=%5B%5B%7C%5D%5D'), 404],
		['a title that every object has', get('/index.php?title=__proto__'), 404],
		['an action that every object has', get('/api.php?action=constructor&format=json'), 200],
		['a module that every object has', get('/api.php?action=query&list=__proto__|toString'), 200],
		['a gadget that every object has', get('/load.php?modules=__proto__|constructor'), 200],
		['a language that every object has', get('/index.php?uselang=constructor'), 200],
		['parameters many times over', get(`/api.php?${'action=query&'.repeat(500)}`), 200],
		['more parameters than anybody has', post('/api.php', 'a=1&'.repeat(100_000)), 413],
		['an address that is too long', get(`/api.php?x=${long(100_000)}`), 431],
		['a body that is too long', post('/api.php', `x=${long(9_000_000)}`), 413],
		['a form that is none', post('/api.php', 'this is not a form', multipart), 400],
		[
			'a form that ends too soon',
			post('/switch', '--b\r\nContent-Disposition: form', multipart),
			400,
		],
		['a form of another kind', post('/api.php', '{"action":"query"}', 'application/json'), 200],
		['a method that is none', get('/').replace('GET', 'BREW'), 400],
		['a method that nobody uses here', get('/index.php').replace('GET', 'DELETE'), 405],
		['the name of another site', get('/index.php', 'evil.example'), 421],
		['a name that only looks like ours', get('/', '127.0.0.1.evil.example:80'), 421],
		['this machine’s other name', get('/index.php/Main_Page', 'localhost:8808'), 200],
		['a name that is none', get('/', 'a b'), 400],
		['what is not HTTP', '\u0000\u0001\u0002hello\r\n\r\n', 400],
		['a number that is none', get('/index.php?title=Main_Page&oldid=1e999&diff=-1'), 404],
		['a huge number', get(`/api.php?action=query&list=users&ususerids=${'9'.repeat(400)}`), 200],
	])('%s', async (_what, bytes, status) => {
		const answer = await send(bytes);
		expect(statusOf(answer)).toBe(status);
		expect(answer).not.toMatch(/root:|"devDependencies"|at .*\.ts:\d+/);
		expect(statusOf(await send(get('/index.php/Main_Page')))).toBe(200);
	});

	test('keeps browsers from taking one kind of answer for another', async () => {
		for (const target of ['/index.php', '/api.php?action=query', '/load.php', '/public/skin.css']) {
			expect(await send(get(target))).toMatch(/^x-content-type-options: nosniff\r$/im);
		}
	});

	test('sends a module once however often it is asked for', async () => {
		const answer = await send(get(`/load.php?modules=${'a|'.repeat(3000)}`));
		expect(answer.match(/mw\.loader\.state/g)).toHaveLength(2);
	});

	test('leaves nothing behind in what all objects inherit', () => {
		expect(Object.keys(Object.prototype)).toEqual([]);
		expect(Object({}).polluted).toBeUndefined();
	});
});

test.each([
	['mw.js', 'text/javascript; charset=utf-8'],
	['skin.css', 'text/css; charset=utf-8'],
	['ooui/themes/wikimediaui/images/icons/ellipsis.svg', 'image/svg+xml'],
])('it serves its own %s', async (name, type) => {
	const response = await fetch(`${demo.origin}/public/${name}`);
	expect([response.status, response.headers.get('Content-Type')]).toEqual([200, type]);
});

test('it listens on loopback only', async () => {
	const others = Object.values(networkInterfaces())
		.flat()
		.filter((address) => address?.family === 'IPv4' && !address.internal);
	for (const other of others) {
		const socket = connect(port(), other?.address);
		const [error] = await once(socket, 'error');
		expect(error.code).toBe('ECONNREFUSED');
	}
	expect(new URL(demo.origin).hostname).toBe('127.0.0.1');
});

test('2,000 connections at once are all answered, slow ones among them', async () => {
	const request = get('/api.php?action=query&format=json&meta=userinfo');
	const slow = Array.from({ length: 500 }, () => connect(port(), '127.0.0.1'));
	for (const socket of slow) {
		socket.on('error', () => undefined);
		// The rest comes when the others have been answered.
		socket.write(request.slice(0, 40));
	}
	const answers = await Promise.all(Array.from({ length: 1500 }, () => send(request)));
	expect(answers.filter((answer) => statusOf(answer) === 200)).toHaveLength(1500);
	const late = slow.map((socket) => {
		const reading = readAll(socket);
		socket.end(request.slice(40));
		return reading;
	});
	const lateAnswers = await Promise.all(late);
	expect(lateAnswers.filter((answer) => statusOf(answer) === 200)).toHaveLength(500);
});

describe('another site’s form', () => {
	const title = 'Project:Newcomers';
	const apiEdit = [
		'/api.php?action=edit&format=json',
		{ title, text: 'Replaced', token: '+\\' },
	] as const;
	const pageEdit = [
		`/index.php?title=${title}&action=submit`,
		{ wpTextbox1: 'Replaced', wpEditToken: '+\\' },
	] as const;
	const send = async (
		[path, fields]: readonly [string, Record<string, string>],
		headers: Record<string, string>,
	) => {
		const body = new URLSearchParams(fields);
		const { status } = await fetch(demo.origin + path, { method: 'POST', body, headers });
		return [status, demo.store.pages.find(title)?.latest.content === 'Replaced'];
	};

	test.each([
		['of the API', apiEdit, 'http://127.0.0.1:1'],
		['of a page', pageEdit, 'https://evil.example'],
		['that hides where it is', apiEdit, 'null'],
		['that has our name with another protocol', apiEdit, 'https://127.0.0.1'],
	])('changes nothing: one %s', async (_what, edit, origin) => {
		expect(await send(edit, { Origin: origin })).toEqual([403, false]);
	});

	test('is what is refused: our own changes the page', async () => {
		expect(await send(apiEdit, { Origin: demo.origin })).toEqual([200, true]);
	});
});
