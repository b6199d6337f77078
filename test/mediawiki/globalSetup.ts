import { findChromium } from '../support/chromium.ts';
import { findExtensions } from './extensions.ts';
import { prepareMediaWikiFiles } from './mediawikiFiles.ts';

/** Fetches and installs what is missing once, before test files run side by side. */
export default async function globalSetup(): Promise<void> {
	await prepareMediaWikiFiles();
	await findExtensions();
	await findChromium();
}
