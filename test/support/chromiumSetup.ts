import { findChromium } from './chromium.ts';

/** Finds or installs Chromium once, before test files run. */
export default async function chromiumSetup(): Promise<void> {
	await findChromium();
}
