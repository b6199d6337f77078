import type { Session } from '../store/sessions.ts';
import type { Title } from '../wiki/title.ts';
import type { Visit } from '../wiki/visit.ts';
import type { Html } from './html.ts';

export type Skin = 'vector' | 'vector-2022' | 'minerva';

/** One request for a page. */
export interface PageRequest extends Visit {
	readonly title: Title;
	readonly query: URLSearchParams;
	/** Every visitor of a page has one, so that forms can carry its tokens. */
	readonly session: Session;
	readonly skin: Skin;
	/** Of the interface: `?uselang`. */
	readonly language: string;
}

/** What a page shows inside the skin. */
export interface PageView {
	readonly status: 200 | 403 | 404;
	readonly heading: string;
	readonly content: Html;
	/** The demo's own words are English only; `false`: the content says of itself which language it is in. */
	readonly isEnglish: boolean;
	/** `wgAction` */
	readonly action: string;
	/** Classes of the body besides those of every page. */
	readonly bodyClasses: readonly string[];
	/** Style sheets besides the skin's, below `/public/`. */
	readonly styles: readonly string[];
	/** Modules besides the gadgets. */
	readonly modules: readonly string[];
	/** Values of `mw.config` besides those of every page. */
	readonly config: Readonly<Record<string, unknown>>;
}

const plain = {
	status: 200,
	isEnglish: true,
	action: 'view',
	bodyClasses: [],
	styles: [],
	modules: [],
	config: {},
} as const;

/** A view with what most have left out. */
export function pageView(
	view: Partial<PageView> & Pick<PageView, 'heading' | 'content'>,
): PageView {
	return { ...plain, ...view };
}
