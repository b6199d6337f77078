// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { createPlace } from '../../../gadget/hosts/growth/room.ts';

/** In pixels: a document without a layout gets one, where everything is below the other. */
const heights = { card: 300, smaller: 140, next: 100, room: 160 };
const windowHeight = 400;
let scrolled: number;
let look: () => void;

const roomOf = () => document.querySelector<HTMLElement>('div:not([id])');

beforeEach(() => {
	scrolled = 0;
	document.body.innerHTML = '<div id="card"></div><div id="next"></div>';
	vi.stubGlobal('innerHeight', windowHeight);
	vi.stubGlobal(
		'IntersectionObserver',
		class {
			constructor(callback: () => void) {
				look = callback;
			}
			observe() {
				look();
			}
			disconnect() {
				look = () => undefined;
			}
		},
	);
	vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (
		this: HTMLElement,
	) {
		const before = [...document.body.children].slice(0, [...document.body.children].indexOf(this));
		const heightOf = (element: Element) => {
			const { style } = element as HTMLElement;
			return Number.parseFloat(style.height) || Object(heights)[element.id];
		};
		const top = before.reduce((sum, element) => sum + heightOf(element), -scrolled);
		return new DOMRect(0, top, 100, heightOf(this));
	});
});

/** The smaller card takes the place of the larger. */
function open(): void {
	let card = document.getElementById('card') ?? expect.fail();
	createPlace(() => card)(() => {
		const smaller = document.createElement('div');
		smaller.id = 'smaller';
		card.replaceWith(smaller);
		card = smaller;
	});
}

const scrollTo = (top: number) => {
	scrolled = top;
	look();
	dispatchEvent(new Event('scroll'));
};

test.each<[string, () => void, boolean]>([
	['nothing happens', () => undefined, true],
	['somebody scrolls, and sees it', () => scrollTo(20), true],
	['somebody scrolls past it: what is below would be pulled up', () => scrollTo(350), true],
	['it is below what is in sight', () => scrollTo(-300), false],
	['somebody clicks', () => document.body.click(), false],
	['somebody presses a key', () => document.body.dispatchEvent(keydown()), false],
])('a room as high as what is missing, when %s: is it still there?', (_what, happens, isThere) => {
	open();
	expect(roomOf()?.style.height).toBe(`${heights.room}px`);
	happens();
	expect(roomOf() !== null).toBe(isThere);
});

const keydown = () => new KeyboardEvent('keydown', { key: 'Tab', bubbles: true });
