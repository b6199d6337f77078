import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { titleOfFile } from '../../gadget/deploy/builtPages.ts';
import { gadgetPageTitle } from '../../gadget/domain/thresholds.ts';
import type { Store } from '../store/store.ts';
import { contentModelOf, storedContent } from '../wiki/content.ts';
import { titleOf } from '../wiki/title.ts';

/**
 * Writes the built gadget to the wiki's pages. The configuration page is the community's: where it is there, it stays.
 *
 * @param folder `dist/wiki`, as `npm run build` leaves it.
 * @param now Milliseconds since 1970.
 * @throws Error where the folder is not there.
 */
export function installGadgetPages(store: Store, folder: string, now: number): void {
	const files = listFiles(folder);
	store.transaction(() => {
		for (const file of files) {
			const title = titleOf(titleOfFile(file));
			const contentModel = contentModelOf(title);
			const content = storedContent(contentModel, readFileSync(path.join(folder, file), 'utf8'));
			const page = store.pages.find(title.text);
			const isKept = page !== null && title.text === gadgetPageTitle;
			if (!isKept && page?.latest.content !== content) {
				const comment = 'Built gadget';
				store.pages.save({ title, contentModel, content, comment, user: null, timestamp: now });
			}
		}
	});
}

function listFiles(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
			throw new Error(
				`The gadget is not built: there is no folder “${folder}”. Run: npm run build`,
			);
		}
		throw error;
	}
}
