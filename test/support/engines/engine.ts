/** A key, by its name on every keyboard or by what it types. */
export type Key = 'Tab' | 'Enter' | 'Escape' | 'ArrowDown' | 'ArrowUp' | ' ' | (string & {});

/** A tab of a person's browser. Mouse and keys are the engine's own: nothing is faked on the page. */
export interface Tab {
	goTo(address: string): Promise<void>;
	/** What an expression gives on the page, as JSON would have it. */
	read(expression: string): Promise<unknown>;
	/** Clicks on the element that an expression gives. */
	click(expression: string): Promise<void>;
	/** Types into the field that an expression gives, in place of what it holds. */
	type(expression: string, text: string): Promise<void>;
	/** Presses a key where the focus is. */
	press(key: Key): Promise<void>;
	close(): Promise<void>;
}

export interface Window {
	/** `http://127.0.0.1:PORT` */
	readonly origin: string;
	readonly cookies: ReadonlyArray<{ readonly name: string; readonly value: string }>;
	/** In pixels. */
	readonly width: number;
}

/** In pixels: every window's. */
export const windowHeight = 900;

export interface EngineBrowser {
	/** Opens a window that shares nothing with the others. */
	open(window: Window): Promise<Tab>;
	close(): Promise<void>;
}

/** What draws pages and runs their scripts, under a browser that people use. */
export interface Engine {
	readonly name: string;
	/** Where it is found, as Debian calls it. */
	readonly debianPackages: readonly string[];
	isInstalled(): Promise<boolean>;
	launch(): Promise<EngineBrowser>;
}

/** @throws Error for an expression that gives no element */
export function nothingToUse(expression: string): never {
	throw new Error(`Nothing to use on the page: ${expression}`);
}
