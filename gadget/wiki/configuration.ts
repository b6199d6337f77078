/** ResourceLoader gives a package its other pages by this; a JSON page arrives parsed. */
declare function require(name: './mentorship.json'): unknown;

/**
 * The gadget's page of thresholds, which ResourceLoader packed with the gadget: synchronously and
 * without a request.
 *
 * @returns What its JSON parses to; `undefined` where there is no such page.
 */
export function readGadgetPage(): unknown {
	try {
		// ResourceLoader sends the page as JavaScript, where a key `__proto__` would set what is inherited.
		return JSON.parse(JSON.stringify(require('./mentorship.json')));
	} catch {
		// ResourceLoader has no such page: what reads the thresholds says that they are missing.
		return undefined;
	}
}
