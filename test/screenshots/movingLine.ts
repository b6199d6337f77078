import gifenc from 'gifenc';
import type { Locator } from 'playwright';
import { PNG } from 'pngjs';

/** Of the picture's axis: where the line is from one frame to the next. */
const stops = [0.62, 0.56, 0.5, 0.44, 0.38, 0.32, 0.26, 0.2];
const colors = 64;
/** In milliseconds. */
const frameDelay = 160;
const restDelay = 1200;

/**
 * Drags a threshold's line down and up again.
 *
 * @param sentence How many would be opted out; it is in the picture, above the plot.
 * @returns An animated picture, as a GIF that repeats.
 */
export async function takeMovingLine(line: Locator, sentence: Locator): Promise<Uint8Array> {
	const page = line.page();
	await sentence.evaluate((element) => element.scrollIntoView());
	const [plot, handle, words] = await Promise.all([
		line.locator('xpath=ancestor::*[name()="svg"]').boundingBox(),
		line.locator('circle').boundingBox(),
		sentence.boundingBox(),
	]);
	if (!plot || !handle || !words) {
		throw new Error('The line is not in sight.');
	}
	// The numbers of the axes are beside the plot.
	const beside = 65;
	const clip = {
		x: plot.x - beside,
		y: words.y - 8,
		width: plot.width + beside + 16,
		height: plot.y + plot.height + beside - words.y,
	};
	const gif = gifenc.GIFEncoder();
	await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
	await page.mouse.down();
	for (const stop of [...stops, ...stops.toReversed()]) {
		await page.mouse.move(handle.x + handle.width / 2, plot.y + plot.height * (1 - stop));
		const { data, width, height } = PNG.sync.read(await page.screenshot({ clip }));
		const palette = gifenc.quantize(data, colors);
		const isEnd = stop === stops.at(0) || stop === stops.at(-1);
		gif.writeFrame(gifenc.applyPalette(data, palette), width, height, {
			palette,
			delay: isEnd ? restDelay : frameDelay,
		});
	}
	await page.mouse.up();
	gif.finish();
	return gif.bytes();
}
