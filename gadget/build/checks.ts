import { parse } from 'acorn';

/** What MediaWiki would transform, or take for a link, when it saves the page. */
const wikitext =
	/~~~|\{\{\s*(safe)?subst:|\[\[\s*(category|file|image)\s*:|<\/?(nowiki|includeonly|noinclude|onlyinclude)|\[\[[^[\]{}|\n]+\|\]\]|__(toc|notoc|nocc|notitleconvert|nocontentconvert)__/i;

/**
 * What is wrong with a page as text on a wiki, or `null`.
 *
 * @param ecmaVersion What ResourceLoader can parse of a script, by the gadget it belongs to.
 */
export function findPageMistake(
	name: string,
	text: string,
	ecmaVersion: 2016 | 2017,
): string | null {
	const active = wikitext.exec(text);
	if (active) {
		return `${name}: "${active[0]}" is wikitext: MediaWiki would change it on saving.`;
	}
	if (name.endsWith('.js')) {
		try {
			parse(text, { ecmaVersion, sourceType: 'script' });
		} catch (error) {
			return `${name}: ResourceLoader cannot parse it as ES${ecmaVersion}: ${String(error)}`;
		}
	}
	return null;
}
