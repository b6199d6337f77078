import type { Fetch } from '../terminal/politeClient.ts';

/**
 * Finds a wiki's api.php from any address of the wiki: that of api.php itself, or of a page, which
 * names it.
 *
 * @returns `null` where there is no wiki.
 * @throws What `fetch` throws.
 */
export async function findApi(address: URL, fetch: Fetch, init: RequestInit): Promise<URL | null> {
	if (address.pathname.endsWith('/api.php')) {
		return new URL(address.pathname, address);
	}
	const response = await fetch(address, init);
	const [tag = ''] = /<link\b[^>]*\brel="EditURI"[^>]*>/.exec(await response.text()) ?? [];
	const href = /\bhref="([^"]*)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&');
	if (href === undefined || !URL.canParse(href, address)) {
		return null;
	}
	const found = new URL(href, response.url || address);
	return new URL(found.pathname, found);
}

/** Whether what is sent there can be read on the way: everywhere but by https or on this machine. */
export function isExposed({ protocol, hostname }: URL): boolean {
	return protocol !== 'https:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
