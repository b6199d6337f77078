import { describe, expect, test } from 'vitest';
import { createResourceLoader } from '../../../server-mock/loader/resourceLoader.ts';
import { openDatabase } from '../../../server-mock/store/database.ts';
import { createStore } from '../../../server-mock/store/store.ts';
import { contentModelOf } from '../../../server-mock/wiki/content.ts';
import { createMessages } from '../../../server-mock/wiki/messages/messages.ts';
import { titleOf } from '../../../server-mock/wiki/title.ts';

function createLoader(pages: Record<string, string>) {
	const store = createStore(openDatabase(':memory:'));
	const save = (name: string, content: string) => {
		const title = titleOf(`MediaWiki:${name}`);
		const contentModel = contentModelOf(title);
		store.pages.save({ title, contentModel, content, comment: '', user: null, timestamp: 0 });
	};
	for (const [name, content] of Object.entries(pages)) {
		save(name, content);
	}
	const messages = createMessages(() => 'unknown');
	const loader = createResourceLoader(store, messages, new Map());
	return {
		...loader,
		save,
		script: (modules: string) => loader.respond(new URLSearchParams({ modules })).body,
	};
}

test('a definition of before ResourceLoader is passed over', () => {
	const loader = createLoader({
		'Gadgets-definition': '* old|old.js\n* older[default]|older.js\n* new[ResourceLoader]|new.js',
	});
	expect(Object.keys(loader.registrations())).toEqual(['ext.gadget.new']);
});

const view = {
	namespace: 8,
	contentModel: 'json',
	action: 'view',
	skin: 'vector',
	user: null,
};

describe('a default gadget', () => {
	const definition = '* one[ResourceLoader|default|namespaces=-1,4|skins=minerva,vector]|one.js';

	test.each([
		[4, 'minerva', ['ext.gadget.one']],
		[-1, 'vector', ['ext.gadget.one']],
		[0, 'minerva', []],
		[4, 'vector-2022', []],
	])('in namespace %i and skin %s: %j', (namespace, skin, expected) => {
		const loader = createLoader({ 'Gadgets-definition': definition });
		expect(loader.gadgetsFor({ ...view, namespace, skin })).toEqual(expected);
	});

	test.each([
		['json', 'view', ['ext.gadget.one']],
		['json', 'history', []],
		['css', 'view', []],
	])('for viewed JSON, on %s at %s: %j', (contentModel, action, expected) => {
		const loader = createLoader({
			'Gadgets-definition': '* one[ResourceLoader|default|contentModels=json|actions=view]|one.js',
		});
		expect(loader.gadgetsFor({ ...view, contentModel, action })).toEqual(expected);
	});

	test('for people with a right is not for others', () => {
		const loader = createLoader({
			'Gadgets-definition': '* one[ResourceLoader|default|rights=editinterface]|one.js',
		});
		expect(loader.gadgetsFor({ ...view, namespace: 0 })).toEqual([]);
	});
});

describe('a package', () => {
	const definition = '* one[ResourceLoader|default|package]|one.js|one.json|one.css';

	test('has its scripts as functions, its JSON parsed, and its styles', () => {
		const loader = createLoader({
			'Gadgets-definition': definition,
			'Gadget-one.js': 'module.exports = require("./one.json");',
			'Gadget-one.json': '{"a":1}',
			'Gadget-one.css': '.a { color: red; }',
		});
		const [name, { main, files }, { css }] = implementation(loader.script('ext.gadget.one'));
		expect(name).toMatch(/^ext\.gadget\.one@.+/);
		expect(main).toBe('one.js');
		expect(files['one.js']).toBeTypeOf('function');
		expect(files['one.json']).toEqual({ a: 1 });
		expect(css).toEqual(['.a { color: red; }']);
	});

	test.each([
		['not there', {}],
		['broken', { 'Gadget-one.json': '{nope' }],
	])('does without a JSON page that is %s', (_case, pages) => {
		const script = { 'Gadgets-definition': definition, 'Gadget-one.js': '1;' };
		const loader = createLoader({ ...script, ...pages });
		const [, { files }] = implementation(loader.script('ext.gadget.one'));
		expect(Object.keys(files)).toEqual(['one.js']);
	});

	test('has another version once a page of it was saved', () => {
		const loader = createLoader({ 'Gadgets-definition': definition, 'Gadget-one.js': '1;' });
		const before = loader.registrations()['ext.gadget.one']?.version;
		loader.save('Gadget-one.json', '{}');
		expect(loader.registrations()['ext.gadget.one']?.version).not.toBe(before);
	});
});

describe('a script that is newer than ES2016', () => {
	const modern = 'const a = { ...b }; a?.c;';

	test.each([
		['default', true],
		['hidden', true],
		['default|requiresES6', true],
		['hidden|requiresES6', false],
	])('in a gadget that is %s: replaced: %s', (options, isReplaced) => {
		const loader = createLoader({
			'Gadgets-definition': `* one[ResourceLoader|${options}]|one.js`,
			'Gadget-one.js': modern,
		});
		const script = loader.script('ext.gadget.one');
		expect(script.includes('mw.log.error("Parse error')).toBe(isReplaced);
		expect(script.includes(modern)).toBe(!isReplaced);
	});
});

test('a module that there is not is missing', () => {
	expect(createLoader({}).script('ext.gadget.none')).toBe(
		'mw.loader.state({"ext.gadget.none":"missing"});',
	);
});

test('names with the same beginning can share it', () => {
	const script = createLoader({}).script('ext.gadget.a,b|codex-styles');
	expect(script.match(/"([\w.-]+)":"missing"/g)).toEqual([
		'"ext.gadget.a":"missing"',
		'"ext.gadget.b":"missing"',
		'"codex-styles":"missing"',
	]);
});

test('only an address with today’s version may be kept', () => {
	const loader = createLoader({
		'Gadgets-definition': '* one[ResourceLoader]|one.js',
		'Gadget-one.js': '1;',
	});
	const version = loader.registrations()['ext.gadget.one']?.version ?? '';
	const cacheControl = (asked: string) =>
		loader.respond(new URLSearchParams({ modules: 'ext.gadget.one', version: asked })).headers[
			'Cache-Control'
		];
	expect(cacheControl(version)).toContain('immutable');
	expect(cacheControl('old')).toBe('no-cache');
});

type Implementation = [string, { main: string; files: Record<string, unknown> }, { css: string[] }];

/** Runs the served script with a loader that notes what it is given. */
function implementation(script: string): Implementation {
	let noted: Implementation | undefined;
	const loader = {
		impl: (declare: () => Implementation) => {
			noted = declare();
		},
	};
	new Function('mw', script)({ loader });
	if (noted === undefined) {
		throw new Error(`No module in: ${script}`);
	}
	return noted;
}
