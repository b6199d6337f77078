/** A page's title, as MediaWiki understands what a person typed. */
export interface Title {
	readonly namespace: number;
	/** With the namespace's name, with spaces: `User talk:Nora Newcomer`. */
	readonly text: string;
	/** Without the namespace's name. */
	readonly name: string;
}

/** The namespaces' names by number, as MediaWiki's canonical ones. */
export const namespaces: ReadonlyMap<number, string> = new Map([
	[-1, 'Special'],
	[0, ''],
	[1, 'Talk'],
	[2, 'User'],
	[3, 'User talk'],
	[4, 'Project'],
	[5, 'Project talk'],
	[8, 'MediaWiki'],
	[9, 'MediaWiki talk'],
	[10, 'Template'],
	[11, 'Template talk'],
	[12, 'Help'],
	[13, 'Help talk'],
]);

const namespaceNumbers = new Map(
	[...namespaces].map(([number, name]) => [name.toLowerCase(), number]),
);

/** In bytes of UTF-8. */
const longestTitle = 255;
// MediaWiki's: no character that wikitext or a URL needs for itself, no control or half character.
const forbidden = /[#<>[\]|{}\p{Cc}\p{Cs}\u{fffd}]/u;

/**
 * Reads a title: underscores are spaces, the first letter is a capital, the namespace's name is
 * written the one way.
 *
 * @returns `null` where MediaWiki knows no such title.
 */
export function parseTitle(text: string): Title | null {
	const spaced = trimTitle(text);
	const colon = spaced.indexOf(':');
	const namespace =
		colon > 0 ? namespaceNumbers.get(spaced.slice(0, colon).trim().toLowerCase()) : undefined;
	const name = capitalize(trimTitle(namespace === undefined ? spaced : spaced.slice(colon + 1)));
	if (
		name === '' ||
		Buffer.byteLength(name) > longestTitle ||
		name.startsWith(':') ||
		forbidden.test(name)
	) {
		return null;
	}
	const prefix = namespaces.get(namespace ?? 0);
	return { namespace: namespace ?? 0, name, text: prefix ? `${prefix}:${name}` : name };
}

/**
 * Reads a title that is known to be one.
 *
 * @throws Error where it is none: a mistake in the program.
 */
export function titleOf(text: string): Title {
	const title = parseTitle(text);
	if (title === null) {
		throw new Error(`“${text}” is not a page title.`);
	}
	return title;
}

/**
 * Reads a user's name, with or without `User:`.
 *
 * @returns `null` where no account can have that name.
 */
export function userName(text: string): string | null {
	const title = parseTitle(/^user\s*:/i.test(text) ? text : `User:${text}`);
	return title === null || /[/@:=]/.test(title.name) || isAddress(title.name) ? null : title.name;
}

/** Whether it is an IP address: what an edit by a person logged out is signed with. */
export function isAddress(text: string): boolean {
	return /^\d{1,3}(\.\d{1,3}){3}$/.test(text) || /^[\da-f]*(:[\da-f]*){2,7}$/i.test(text);
}

/** The title as a URL writes it: `/index.php/User_talk:Nora_Newcomer`. */
export function pagePath(title: string, query: Readonly<Record<string, string>> = {}): string {
	const encoded = encodeTitle(title);
	const rest = new URLSearchParams(query).toString();
	return rest === '' ? `/index.php/${encoded}` : `/index.php?title=${encoded}&${rest}`;
}

function encodeTitle(title: string): string {
	return encodeURIComponent(title.replaceAll(' ', '_')).replace(/%(3A|2F|2C|40)/g, (escaped) =>
		decodeURIComponent(escaped),
	);
}

function trimTitle(text: string): string {
	// What turns the direction of text around is left out of titles: it cannot be seen.
	return text
		.replace(/[\u200e\u200f\u202a-\u202e]+/g, '')
		.replace(/[\s_]+/g, ' ')
		.trim();
}

function capitalize(text: string): string {
	return text.slice(0, 1).toUpperCase() + text.slice(1);
}
