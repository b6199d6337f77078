import { contentSelector, growthFormSelector } from './selectors.ts';
import { fetchPageAnew } from './serverHomepage.ts';

/** Where the form shows. */
export interface SettingsPlace {
	/** An element of its own, on the page already. */
	readonly root: HTMLElement;
	/** The page is the one that holds the settings, which are below the form as JSON. */
	readonly isOwnPage: boolean;
}

/** Makes room for the form: above the view of the JSON page, and below the extension's own form. */
export function makeSettingsPlace(): SettingsPlace {
	const growthForm = document.querySelector(growthFormSelector);
	const root = document.createElement('div');
	const attach = (): void => {
		if (root.isConnected) {
			return;
		}
		if (growthForm) {
			growthForm.after(root);
		} else {
			document.querySelector(contentSelector)?.prepend(root);
		}
	};
	attach();
	// Where a script draws the page anew, the form comes back with what was typed.
	mw.hook('wikipage.content').add(attach);
	// The page's content may be in another language and direction.
	root.lang = document.documentElement.lang;
	root.dir = document.documentElement.dir;
	return { root, isOwnPage: !growthForm };
}

/** Shows the page as it is now below the form, which stays. @throws ApiError */
export async function renewContent(root: HTMLElement): Promise<void> {
	const fresh = (await fetchPageAnew()).querySelector(contentSelector);
	for (const node of fresh ? [...(root.parentNode?.childNodes ?? [])] : []) {
		if (node !== root) {
			node.remove();
		}
	}
	root.after(...[...(fresh?.childNodes ?? [])].map((node) => document.importNode(node, true)));
}
