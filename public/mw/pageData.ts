/** What the server says of a page: the content of its `<script type="application/json" id="page-data">`. */
export interface PageData {
	readonly config: Readonly<Record<string, unknown>>;
	readonly language: string;
	readonly options: Readonly<Record<string, unknown>>;
	readonly tokens: Readonly<Record<string, string>>;
	/** Modules that can be asked for. */
	readonly modules: Readonly<Record<string, Registration>>;
	/** Modules that this page asks for. */
	readonly pageModules: readonly string[];
	/** Gadgets that are on here. */
	readonly gadgets: readonly string[];
}

export interface Registration {
	/** Changes with the module's content. */
	readonly version: string;
	readonly dependencies: readonly string[];
}

/** @throws Error where the page has no such script, or it is not JSON. */
export function readPageData(document: Document): PageData {
	const text = document.getElementById('page-data')?.textContent;
	if (!text) {
		throw new Error('This page has no data for its scripts.');
	}
	return JSON.parse(text) as PageData;
}
