import type { Tab } from '../../support/engines/engine.ts';
import { findExpression, type Part } from './part.ts';

/** What a person presses and writes with. */
export interface Hand {
	readonly name: string;
	press(tab: Tab, part: Part): Promise<void>;
	/** In place of what the field holds. */
	write(tab: Tab, part: Part, text: string): Promise<void>;
}

export const mouse: Hand = {
	name: 'mouse',
	press: (tab, part) => tab.click(findExpression(part)),
	write: (tab, part, text) => tab.type(findExpression(part), text),
};

/** For a person who cannot use a pointer: on from where the focus is, until it has come to a part. */
export const keyboard: Hand = {
	name: 'keyboard alone',
	async press(tab, part) {
		await reach(tab, part);
		await tab.press(part.kind === 'checkbox' ? ' ' : 'Enter');
	},
	async write(tab, part, text) {
		// A field that Tab leads to has all its text selected.
		await reach(tab, part);
		for (const character of text) {
			await tab.press(character);
		}
	},
};

/** More than there is to step through on any page. */
const mostSteps = 300;

async function reach(tab: Tab, part: Part): Promise<void> {
	for (let steps = 0; steps < mostSteps; steps++) {
		if (await tab.read(`document.activeElement === ${findExpression(part)}`)) {
			return;
		}
		await tab.press('Tab');
	}
	throw new Error(`Tab does not lead to ${JSON.stringify(part)}`);
}
