import { readThresholds, type Thresholds } from '../domain/thresholds.ts';

/** ResourceLoader gives a package its other pages by this; a JSON page arrives parsed. */
declare function require(name: './mentorship.json'): unknown;

/**
 * Reads the thresholds that ResourceLoader packed with the gadget, synchronously and without a
 * request. A page that is missing or wrong turns the rule off and says so in the console.
 */
export function readConfiguration(): Thresholds | null {
	let thresholds: Thresholds | null = null;
	try {
		// ResourceLoader sends the page as JavaScript, where a key `__proto__` would set what is inherited.
		thresholds = readThresholds(JSON.parse(JSON.stringify(require('./mentorship.json'))));
	} catch {
		// No such page: ResourceLoader has nothing to give, which is said below.
	}
	if (!thresholds) {
		mw.log.warn('mentorship.json is unusable');
	}
	return thresholds;
}
