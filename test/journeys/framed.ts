import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Frame } from 'playwright';
import { expect } from 'vitest';
import { settle } from '../support/settle.ts';
import { listWrites } from './requests.ts';
import type { Visitor } from './visitor.ts';

/** A page of the wiki that a person sees inside another site. */
export interface Framed {
	readonly frame: Frame;
	/** What it sends that is not asked for by GET. */
	readonly writes: readonly string[];
}

/**
 * Shows a person a page within another site: on another port, to which the wiki's cookies go all the
 * same. What the wiki itself does against frames is taken away: the gadget has to do without.
 *
 * @param act What is done in the frame before it is at rest.
 */
export async function openFramed(
	{ context, name }: Visitor,
	address: string,
	act: (frame: Frame) => Promise<unknown> = async () => undefined,
): Promise<Framed> {
	const site = createServer((_request, response) => {
		response.setHeader('content-type', 'text/html');
		response.end(`<iframe src="${address.replaceAll('&', '&amp;')}"></iframe>`);
	}).listen(0, '127.0.0.1');
	await once(site, 'listening');
	const page = await context.newPage();
	await page.route(address, async (route) => {
		const response = await route.fetch();
		const { 'content-security-policy': _, 'x-frame-options': __, ...headers } = response.headers();
		return route.fulfill({ response, headers });
	});
	const writes = listWrites(page);
	await page.goto(`http://127.0.0.1:${Object(site.address()).port}/`);
	site.close();
	const frame = page.mainFrame().childFrames()[0] ?? expect.fail('There is no frame.');
	await settle(frame);
	await act(frame);
	await settle(frame);
	expect(await frame.evaluate(() => mw.config.get('wgUserName'))).toBe(name);
	return { frame, writes };
}

/** Whatever the gadget draws on a page, in either host and on the settings' pages. */
export const drawnByGadget =
	'.mentorship-card, .mentorship-settings, [data-module-name=mentorship-optin], #mentorship-userscript';
