import type { BrowserContext } from 'playwright';

/*
 * The demo wiki sends the rest of a strict policy itself: no inline script or style, nothing from
 * elsewhere. jQuery 3 and OOUI, which pages of MediaWiki have, make elements of texts: the default
 * policy lets those pass and says who it was.
 */
const trustedTypes = "require-trusted-types-for 'script'; trusted-types default";

/** What `load.php` sends is named by its address, userscripts by theirs. */
const ofGadget = /mentorship/;

/**
 * Lets every page of a browser that is opened from now on live under Trusted Types.
 *
 * @returns What was violated until now: of Trusted Types by the gadget, of the rest by any script.
 */
export async function watchPolicy(context: BrowserContext): Promise<() => readonly string[]> {
	const violations: string[] = [];
	await context.exposeFunction('noteViolation', (text: string) => violations.push(text));
	await context.exposeFunction('noteMarkup', (text: string, stack: string) => {
		// jQuery, in the page's first script, does what it is told: its caller counts.
		const frames = stack.split('\n').filter((line) => /https?:/.test(line));
		const author = frames.find((line) => !line.includes('/public/mw.js')) ?? '';
		if (ofGadget.test(author)) {
			violations.push(`${text.slice(0, 80)} | ${author}`);
		}
	});
	await context.addInitScript(() => {
		const { trustedTypes: types, noteMarkup, noteViolation } = Object(window);
		const note = (text: string) => {
			noteMarkup(text, new Error('').stack ?? '');
			return text;
		};
		// The wiki's own loader makes scripts by their address.
		types?.createPolicy('default', {
			createHTML: note,
			createScript: note,
			createScriptURL: (address: string) => address,
		});
		document.addEventListener('securitypolicyviolation', (event) => {
			const { violatedDirective, sourceFile, sample } = event;
			noteViolation([violatedDirective, sourceFile, sample].join(' | '));
		});
	});
	await context.route(/\/index\.php/, async (route) => {
		if (route.request().resourceType() !== 'document') {
			return route.fallback();
		}
		const response = await route.fetch({ maxRedirects: 0 });
		const { 'content-security-policy': own = '', ...headers } = response.headers();
		const policy = `${own}; ${trustedTypes}`;
		return route.fulfill({ response, headers: { ...headers, 'content-security-policy': policy } });
	});
	return () => violations;
}
