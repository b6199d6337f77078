/*
 * What this browser keeps of a wiki, each for a while. It only saves asking: where the browser keeps
 * nothing, the wiki is asked again.
 */

/**
 * A name that no other wiki has in this browser. Wikis under two paths of one origin share its
 * storage, and their databases may be called the same.
 */
export function nameHere(name: string): string {
	return `mentorship-${name}-${mw.config.get('wgDBname')}${mw.config.get('wgScriptPath')}`;
}

/**
 * What was kept, if that is not longer ago than the span.
 *
 * @param span In milliseconds.
 * @returns Anything at all, as other scripts may write there; `undefined` where nothing is kept.
 */
export function readKept(name: string, span: number): unknown {
	try {
		// Without `mw.storage`, which the loader would have to wait for.
		const [keptAt, value] = JSON.parse(localStorage.getItem(nameHere(name)) as string);
		const age = Date.now() - keptAt;
		// Below zero where the clock has been put back: then its age is unknown.
		return age >= 0 && age < span ? value : undefined;
	} catch {
		// Nothing there, or nothing of ours, or the browser does not give it.
		return undefined;
	}
}

/** @param span In milliseconds; MediaWiki deletes it when that is over. */
export function keep(name: string, value: unknown, span: number): void {
	mw.storage.setObject(nameHere(name), [Date.now(), value], span / 1000);
}
