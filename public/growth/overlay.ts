import { createMenu } from './menu.ts';

/**
 * On a phone, a module's summary opens the whole module over the page, as `#/homepage/NAME`.
 *
 * @param loaded Is called with an overlay's content when that is first opened.
 */
export function wireOverlays(container: Element, loaded: (content: HTMLElement) => void): void {
	const overlays = new Map<string, HTMLElement>();
	const find = (name: string): HTMLElement | null => {
		const known = overlays.get(name);
		if (known !== undefined) {
			return known;
		}
		const content = document.querySelector<HTMLElement>(
			`.growthexperiments-homepage-overlay-container [data-module-name="${CSS.escape(name)}"]`,
		);
		if (content === null) {
			return null;
		}
		const actions = name === 'mentorship' ? createMenu().toArray() : [];
		const overlay = createOverlay(headingOf(name), content, actions);
		overlays.set(name, overlay);
		loaded(content);
		mw.hook('growthExperiments.mobileHomepageOverlayHtmlLoaded').fire(name, $(content));
		return overlay;
	};
	const follow = () => {
		const name = /^#\/homepage\/([\w-]+)$/.exec(location.hash)?.[1];
		for (const overlay of overlays.values()) {
			overlay.remove();
		}
		const overlay = name === undefined ? null : find(name);
		if (overlay !== null) {
			document.body.append(overlay);
		}
	};
	container.addEventListener('click', (event) => {
		const link = (event.target as Element).closest('[data-overlay-route]');
		const route = link?.getAttribute('data-overlay-route');
		const name = route?.split('/').at(-1);
		if (name !== undefined && find(name) !== null) {
			event.preventDefault();
			location.hash = `#${route}`;
		}
	});
	window.addEventListener('hashchange', follow);
	follow();
}

function headingOf(name: string): string {
	const modules = mw.config.get('homepagemodules') as Record<string, { heading?: string }>;
	return modules[name]?.heading ?? '';
}

function createOverlay(
	heading: string,
	content: HTMLElement,
	actions: readonly HTMLElement[],
): HTMLElement {
	const overlay = document.createElement('section');
	overlay.className = 'overlay';
	overlay.setAttribute('aria-label', heading);
	const header = document.createElement('div');
	header.className = 'overlay-header';
	const close = document.createElement('button');
	close.className = 'overlay-close';
	close.textContent = '←';
	close.setAttribute('aria-label', 'Back');
	close.addEventListener('click', () => history.back());
	const title = document.createElement('h2');
	title.className = 'overlay-title';
	title.textContent = heading;
	header.append(close, title, ...actions);
	const body = document.createElement('div');
	body.className = 'overlay-content';
	body.append(content);
	overlay.append(header, body);
	return overlay;
}
