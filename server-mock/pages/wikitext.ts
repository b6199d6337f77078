import { pagePath, parseTitle } from '../wiki/title.ts';
import { type Html, html, trustedHtml } from './html.ts';

/**
 * The little wikitext that the demo's pages need: paragraphs, headings, lists, links, bold,
 * and a `<div>` of text with harmless attributes. Everything else is shown as it stands.
 */
export function renderWikitext(text: string): Html {
	return html`${splitBlocks(text).map(renderBlock)}`;
}

/** Blocks are separated by empty lines; headings, list items and `<div>`s stand alone. */
function splitBlocks(text: string): string[][] {
	const blocks: string[][] = [];
	let previous = '';
	for (const line of text.split('\n').map((line) => line.trim())) {
		const last = blocks.at(-1);
		const kind = kindOf(line);
		if (
			last !== undefined &&
			kind === previous &&
			(kind === 'item' || kind === 'number' || kind === 'text')
		) {
			last.push(line);
		} else if (kind !== 'empty') {
			blocks.push([line]);
		}
		previous = kind;
	}
	return blocks;
}

const heading = /^(={2,4})\s*(.*?)\s*\1$/;
/** Whatever a module of the Homepage has may be on anybody's page, as MediaWiki lets it through. */
const division = /^<div((?: (?:class|id|role|data-[a-z-]+)="[\w -]*")*)>([^<]*)<\/div>$/;

function kindOf(line: string): 'empty' | 'item' | 'number' | 'heading' | 'division' | 'text' {
	if (line === '') {
		return 'empty';
	}
	if (line.startsWith('*')) {
		return 'item';
	}
	if (line.startsWith('#')) {
		return 'number';
	}
	if (heading.test(line)) {
		return 'heading';
	}
	return division.test(line) ? 'division' : 'text';
}

function renderBlock(lines: readonly string[]): Html {
	const [line = ''] = lines;
	switch (kindOf(line)) {
		case 'item':
			return html`<ul>${renderItems(lines)}</ul>\n`;
		case 'number':
			return html`<ol>${renderItems(lines)}</ol>\n`;
		case 'heading':
			return renderHeading(line);
		case 'division':
			return renderDivision(line);
		default:
			return html`<p>${renderInline(lines.join(' '))}</p>\n`;
	}
}

function renderItems(lines: readonly string[]): Html[] {
	return lines.map((item) => html`<li>${renderInline(item.slice(1).trim())}</li>`);
}

function renderHeading(line: string): Html {
	const [, marks = '==', text = ''] = heading.exec(line) ?? [];
	const tag = trustedHtml(`h${marks.length}`);
	return html`<div class="mw-heading mw-heading${marks.length}"><${tag} id="${text.replaceAll(' ', '_')}">${renderInline(text)}</${tag}></div>\n`;
}

function renderDivision(line: string): Html {
	const [, attributes = '', text = ''] = division.exec(line) ?? [];
	return html`<div${trustedHtml(attributes)}>${renderInline(text)}</div>\n`;
}

const inline = /\[\[([^[\]|]+)(?:\|([^[\]]+))?\]\]|'''(.+?)'''/g;

function renderInline(text: string): Html {
	const parts: (Html | string)[] = [];
	let end = 0;
	for (const match of text.matchAll(inline)) {
		const [whole, target, label, bold] = match;
		parts.push(text.slice(end, match.index));
		parts.push(
			bold === undefined
				? renderLink(target ?? '', label, whole)
				: html`<b>${renderInline(bold)}</b>`,
		);
		end = match.index + whole.length;
	}
	return html`${[...parts, text.slice(end)]}`;
}

function renderLink(target: string, label: string | undefined, whole: string): Html | string {
	const title = parseTitle(target);
	return title === null
		? whole
		: html`<a href="${pagePath(title.text)}" title="${title.text}">${label ?? target}</a>`;
}
