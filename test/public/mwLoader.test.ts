// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { createLoader, type Loader } from '../../public/mw/loader.ts';
import { createMap } from '../../public/mw/map.ts';
import type { Implementation } from '../../public/mw/module.ts';

let loader: Loader;
/** Not in the page, so that nothing is fetched. */
let head: HTMLHeadElement;

beforeEach(() => {
	head = document.createElement('head');
	loader = createLoader({
		document: { createElement: document.createElement.bind(document), head },
		log: { error: vi.fn() },
		messages: createMap({}),
		language: 'en',
		registrations: {
			a: { version: '1', dependencies: ['b', 'own'] },
			b: { version: '2', dependencies: [] },
			c: { version: '3', dependencies: ['nowhere'] },
		},
	});
	loader.provide('own', () => 'own exports');
});

const scripts = () => [...head.querySelectorAll('script')];

function deliver(name: string, script: Implementation[1], css: string[] = []): void {
	loader.impl(() => [name, script, { css }, {}]);
}

const file = (body: (require: (name: string) => unknown, module: { exports: unknown }) => void) =>
	body;

test('asks for a module and what it needs in one request, and runs them in order', async () => {
	const order: string[] = [];
	const ready = vi.fn();
	loader.using('a', ready);
	expect(
		scripts().map(({ src }) => new URL(src, 'http://wiki').searchParams.get('modules')),
	).toEqual(['a|b']);
	deliver('a@1', {
		main: 'a.js',
		files: {
			'a.js': file((require, own) => {
				order.push('a');
				own.exports = [require('./data.json'), require('b'), require('own')];
			}),
			'data.json': { data: 1 },
		},
	});
	expect(loader.getState('a')).toBe('loaded');
	deliver('b@2', (_jQuery, _alias, _require, own) => {
		order.push('b');
		own.exports = 'b exports';
	});
	expect(order).toEqual(['b', 'a']);
	expect(ready).toHaveBeenCalledOnce();
	const [require] = ready.mock.calls[0] ?? [];
	expect(require('a')).toEqual([{ data: 1 }, 'b exports', 'own exports']);
	expect(loader.getState('a')).toBe('ready');
});

test('gives require to a caller that waits, also as a promise', async () => {
	deliver('b@2', (_jQuery, _alias, _require, own) => {
		own.exports = 1;
	});
	const require = await loader.using(['b']);
	expect(require('b')).toBe(1);
});

test.each(['./none.json', '../b.js', '../../b.js'])(
	'a package cannot require a file that is not in it: %s',
	(name) => {
		const failed = vi.fn();
		loader.using('b', undefined, failed);
		deliver('b@2', { main: 'b.js', files: { 'b.js': file((require) => require(name)) } });
		expect(loader.getState('b')).toBe('error');
		expect(failed).toHaveBeenCalledOnce();
	},
);

test('fails what needs a module that failed', () => {
	const failed = vi.fn();
	loader.using('a', undefined, failed);
	deliver('a@1', () => undefined);
	deliver('b@2', () => {
		throw new Error('no');
	});
	expect([loader.getState('b'), loader.getState('a')]).toEqual(['error', 'error']);
	expect(failed).toHaveBeenCalledOnce();
});

test.each(['load', 'error'])('fails what has not come by the script’s %s event', (event) => {
	const failed = vi.fn();
	loader.using('b', undefined, failed);
	scripts()[0]?.dispatchEvent(new Event(event));
	expect(loader.getState('b')).toBe('error');
	expect(failed).toHaveBeenCalledOnce();
});

test('fails at once for a module that it does not know', () => {
	const failed = vi.fn();
	loader.using('nowhere', undefined, failed);
	loader.using('c', undefined, failed);
	expect(failed).toHaveBeenCalledTimes(2);
	expect(scripts()).toEqual([]);
	expect(loader.getState('nowhere')).toBeNull();
});

test('applies styles before the script runs', () => {
	const styled: number[] = [];
	document.adoptedStyleSheets = [];
	loader.load('b');
	deliver('b@2', () => styled.push(document.adoptedStyleSheets.length), ['.a { color: red; }']);
	expect(styled).toEqual([1]);
});

test('does not give what is not ready', () => {
	loader.using('own', (require) => {
		expect(() => require('b')).toThrow('not loaded');
	});
	expect.assertions(1);
});

test('uses jQuery’s promises, as MediaWiki does', () => {
	expect(loader.using('own').state()).toBe('resolved');
	expect(loader.using('own').done).toBeTypeOf('function');
});
