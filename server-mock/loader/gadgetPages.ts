import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { titleOfFile } from '../../gadget/deploy/builtPages.ts';
import { gadgetPageTitle } from '../../gadget/domain/thresholds.ts';
import type { Store } from '../store/store.ts';
import { writePage } from '../wiki/writePage.ts';

/**
 * Writes the built gadget to the wiki's pages. The configuration page is the community's: where it is there, it stays.
 *
 * @param folder `dist/wiki`, as `npm run build` leaves it.
 * @param now Milliseconds since 1970.
 * @throws Error where the folder is not there.
 */
export function installGadgetPages(store: Store, folder: string, now: number): void {
	if (!existsSync(folder)) {
		throw new Error(`The gadget is not built: there is no folder “${folder}”. Run: npm run build`);
	}
	const edit = { comment: 'Built gadget', user: null, timestamp: now };
	store.transaction(() => {
		for (const file of readdirSync(folder)) {
			const title = titleOfFile(file);
			if (title !== gadgetPageTitle || store.pages.find(title) === null) {
				writePage(store, title, readFileSync(path.join(folder, file), 'utf8'), edit);
			}
		}
	});
}
