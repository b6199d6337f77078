import {
	configurationTitle,
	definitionTitle,
	readBuiltPages,
} from '../../gadget/deploy/builtPages.ts';
import { mergeDefinitions } from '../../gadget/deploy/definitions.ts';
import type { WikiUnderTest } from '../support/wikiUnderTest.ts';
import { readPage, savePageIfMissing } from './pages.ts';

/**
 * Saves the built gadget on a wiki as its administrator, with no questions asked. Installing again
 * replaces scripts, styles and definitions, never the configuration.
 * @param distFolder what the build wrote for wikis
 * @throws when there is no build, or the wiki refuses a page
 */
export async function installGadget(wiki: WikiUnderTest, distFolder = 'dist/wiki'): Promise<void> {
	for (const [title, text] of await readBuiltPages(distFolder)) {
		if (title === configurationTitle) {
			await savePageIfMissing(wiki, title, text);
		} else if (title === definitionTitle) {
			const theirs = (await readPage(wiki, title)) ?? '';
			await wiki.savePage(title, mergeDefinitions(theirs, text));
		} else {
			await wiki.savePage(title, text);
		}
	}
}
