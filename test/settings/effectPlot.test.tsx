import { cleanup, fireEvent } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { placeOf } from '../../gadget/settings/preview/plot.ts';
import { age, closeForms, edits, findingsOf, openPreview, slider, type } from './harness.ts';

afterEach(() => {
	cleanup();
	closeForms();
});

test('has lines that keys move, and that say where they are', async () => {
	await openPreview();
	const line = slider('Number of edits');
	expect(line.getAttribute('tabindex')).toBe('0');
	const saidOf = (slider: HTMLElement) =>
		['orientation', 'valuemin', 'valuemax', 'valuenow'].map((name) =>
			slider.getAttribute(`aria-${name}`),
		);
	expect(saidOf(line)).toEqual(['vertical', '0', '1000000000', '500']);
	expect(saidOf(slider('Account age (in days)'))).toEqual(['horizontal', '0', '1000000000', '30']);
	expect(fireEvent.keyDown(line, { key: 'Tab' })).toBe(true);
	for (const [key, value] of [
		['ArrowUp', '501'],
		['ArrowLeft', '500'],
		['PageUp', '1000'],
		['PageDown', '500'],
		['Home', '0'],
		['ArrowDown', '0'],
		['End', '14000'],
	] as const) {
		// The page is not to scroll as well.
		expect(fireEvent.keyDown(line, { key })).toBe(false);
		expect([key, edits().value]).toEqual([key, value]);
	}
	expect(line.getAttribute('aria-valuetext')).toBe('14,000');
	type(edits(), '1000000000');
	fireEvent.keyDown(line, { key: 'ArrowUp' });
	expect(edits().value).toBe('1000000000');
	fireEvent.keyDown(slider('Account age (in days)'), { key: 'ArrowRight' });
	expect(age().value).toBe('31');
});

test('has lines that follow a finger, once it is on them', async () => {
	await openPreview();
	const area = { left: 100, top: 50, width: 400, height: 200 };
	const drag = (name: string, clientX: number, clientY: number) => {
		const line = slider(name);
		let held: number | null = null;
		Object.assign(line, {
			setPointerCapture: (id: number) => {
				held = id;
			},
			hasPointerCapture: (id: number) => held === id,
		});
		Object.defineProperty(line, 'ownerSVGElement', {
			value: { getBoundingClientRect: () => area },
		});
		fireEvent.pointerMove(line, { pointerId: 7, clientX: 0, clientY: 0 });
		expect([edits().value, age().value]).toContain(name === 'Number of edits' ? '500' : '30');
		fireEvent.pointerDown(line, { pointerId: 7 });
		fireEvent.pointerMove(line, { pointerId: 7, clientX, clientY });
	};
	drag('Number of edits', 0, 50);
	expect(edits().value).toBe('14000');
	drag('Account age (in days)', 100, 0);
	expect(age().value).toBe('0');
});

test('shades what is opted out, and counts each part of the picture', async () => {
	await openPreview(
		findingsOf([
			[3, 1, 0],
			[0, 31, 0],
			[500, 31, 0],
			[9000, 4000, 1],
			[900, null, 1],
		]),
	);
	const shade = document.querySelector('.mentorship-plot__out');
	const at = (name: string) => Number.parseFloat(shade?.getAttribute(name) ?? '');
	const [x, fromAbove] = [placeOf(30, 6000), 1 - placeOf(499.5, 13_500)].map(
		(place) => place * 100,
	);
	expect([at('x'), at('width'), at('height')]).toEqual(
		[x, 100 - (x ?? 0), fromAbove].map((place) => Number(place?.toFixed(3))),
	);
	expect(document.querySelector('.mentorship-plot')?.getAttribute('dir')).toBe('ltr');
	const counts = () =>
		[...document.querySelectorAll('.mentorship-plot__counts text')].map((count) => [
			count.getAttribute('x'),
			count.getAttribute('y'),
			count.textContent,
		]);
	expect(counts()).toEqual([
		['0', '100%', '1'],
		['0', '0', '0'],
		['100%', '100%', '1'],
		['100%', '0', '3'],
	]);
	// There is no room for a number below the line.
	type(edits(), '0');
	expect(counts()).toEqual([
		['0', '0', '1'],
		['100%', '0', '4'],
	]);
	type(age(), '0');
	expect(counts()).toEqual([['100%', '0', '5']]);
});

test('has axes with numbers, and a place for those of unknown age where there are any', async () => {
	const { view } = await openPreview();
	const labels = () =>
		[...document.querySelectorAll('.mentorship-plot g > text')].map((label) => [
			label.textContent,
			label.getAttribute('y'),
		]);
	expect(labels()[0]).toEqual(['0', '100.000%']);
	expect(labels().some(([label]) => label === 'unknown')).toBe(true);
	view.dispatchPreview({ type: 'findingsRead', findings: findingsOf([[3, 1, 0]]) });
	expect(labels().some(([label]) => label === 'unknown')).toBe(false);
});

test('does not draw the dots again when a line is moved', async () => {
	await openPreview();
	const paths = [...document.querySelectorAll('path')];
	const drawn = paths.map((path) => path.getAttribute('d'));
	fireEvent.keyDown(slider('Number of edits'), { key: 'PageUp' });
	expect([...document.querySelectorAll('path')]).toEqual(paths);
	expect(paths.map((path) => path.getAttribute('d'))).toEqual(drawn);
});
