import jquery from 'jquery';
import { vi } from 'vitest';
import type { ApiParameters } from '../../gadget/wiki/api.ts';
import { storageOfMediaWiki, stubStorage } from './browserStorage.ts';

/** A page as MediaWiki made it, and the wiki behind it. */
export interface StubbedPage {
	readonly config?: Readonly<Record<string, unknown>>;
	readonly options?: Readonly<Record<string, unknown>>;
	readonly hasExtension?: boolean;
	/** What this browser keeps from page to page. */
	readonly storage?: Map<string, string>;
	/** What the wiki answers; what is thrown here has a code. */
	readonly answer: (parameters: ApiParameters) => unknown;
}

/** As much of a request of jQuery's as the gadget uses. */
class FakeRequest<Answer> extends Promise<Answer> {
	abort = vi.fn();
	always = (work: () => void) => this.finally(work);
}

/** Gives a composition root the `mw` that it finds on a page, with MediaWiki's own jQuery. */
export function stubPage({
	config = {},
	options = {},
	hasExtension,
	storage,
	answer,
}: StubbedPage) {
	stubStorage(storage);
	const variables: Record<string, unknown> = {
		wgDBname: 'wiki',
		wgScriptPath: '',
		wgVersion: '1.43.9',
		wgUserId: 5,
		wgUserName: 'Me',
		wgUserLanguage: 'en',
		wgContentLanguage: 'en',
		...config,
	};
	const messages = new Map<string, string>();
	const warn = vi.fn();
	const loaded: string[] = [];
	const idle: Array<() => void> = [];
	const onContent = new Set<() => void>();
	/** The parameters that every request has; of what asks first, where several things do. */
	let shared: ApiParameters | undefined;
	const ask = async (parameters: ApiParameters) => {
		try {
			return await answer(parameters);
		} catch (error) {
			throw Object(error).code ?? error;
		}
	};
	const send = (parameters: ApiParameters) => FakeRequest.resolve(ask(parameters));
	vi.stubGlobal('top', self);
	const $ = (found: HTMLElement | string) => jquery(found as string);
	vi.stubGlobal('$', Object.assign($, { ready: Promise.resolve() }));
	vi.stubGlobal('mw', {
		config: {
			get: (key?: string) => (key === undefined ? variables : variables[key]),
			set: (more: object) => Object.assign(variables, more),
		},
		user: { options: new Map(Object.entries(options)) },
		storage: storageOfMediaWiki,
		messages,
		message: (key: string, ...parameters: unknown[]) => ({
			text: () =>
				parameters.reduce<string>(
					(said, parameter, index) => said.replaceAll(`$${index + 1}`, String(parameter)),
					messages.get(key) ?? `⧼${key}⧽`,
				),
		}),
		log: Object.assign(vi.fn(), { warn }),
		util: { getUrl: (title: string) => `/wiki/${title}` },
		language: { getFallbackLanguageChain: () => [variables.wgUserLanguage] },
		requestIdleCallback: (work: () => void) => idle.push(work),
		hook: () => ({ add: (work: () => void) => onContent.add(work) }),
		loader: {
			getState: () => (hasExtension ? 'registered' : null),
			moduleRegistry: {},
			using: async (name: string) => {
				loaded.push(name);
			},
		},
		Api: class {
			constructor(settings: { readonly parameters: ApiParameters }) {
				shared ??= settings.parameters;
			}
			get = send;
			postWithToken = (_type: string, parameters: ApiParameters) => send(parameters);
		},
	});
	return {
		warn,
		loaded,
		readShared: () => shared,
		/** Lets the browser do what it put off. */
		beIdle: () => idle.splice(0).map((work) => work()),
		drawAnew: () => [...onContent].map((work) => work()),
	};
}

/** Lets whatever needs no more than promises be done. */
export const settled = () => new Promise((resolve) => setImmediate(resolve));
