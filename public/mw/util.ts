import type { WikiMap } from './map.ts';
import { applyStyles } from './module.ts';

/** `mw.util`, as far as gadgets here use it. */
export function createUtil(config: WikiMap) {
	return {
		addCSS: applyStyles,
		addPortletLink(portletId: string, href: string, label: string, id: string): Element | null {
			const list = document.querySelector(`#${portletId} ul`);
			const item = document.createElement('li');
			const link = document.createElement('a');
			item.id = id;
			link.href = href;
			link.textContent = label;
			item.append(link);
			list?.append(item);
			return list && item;
		},
		getUrl: (
			title: string = String(config.get('wgPageName')),
			query?: Readonly<Record<string, string | number | boolean>>,
		): string => {
			const [page = '', fragment] = title.split('#');
			const encoded = wikiUrlencode(page);
			const anchor = fragment === undefined ? '' : `#${fragment.replaceAll(' ', '_')}`;
			if (query === undefined || Object.keys(query).length === 0) {
				return String(config.get('wgArticlePath')).replace('$1', encoded) + anchor;
			}
			const pairs = Object.entries(query).map(([name, value]) => [name, String(value)]);
			return `${config.get('wgScript')}?title=${encoded}&${new URLSearchParams(pairs)}${anchor}`;
		},
	};
}

function wikiUrlencode(text: string): string {
	return encodeURIComponent(text.replaceAll(' ', '_')).replace(/%(3A|2F|2C|40|3B)/g, (escaped) =>
		decodeURIComponent(escaped),
	);
}
