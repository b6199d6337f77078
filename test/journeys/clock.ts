import type { Visitor } from './visitor.ts';

const millisecondsPerYear = 365 * 86_400_000;

/** What a computer's clock may say. */
export const clocks = ['a year ahead', 'a year behind'] as const;
export type Clock = (typeof clocks)[number];

/** Sets the clock of a person's computer; the wiki's own stays right. */
export async function setClock(visitor: Visitor, clock: Clock): Promise<void> {
	await moveClock(visitor, clock === 'a year ahead' ? millisecondsPerYear : -millisecondsPerYear);
}

/** @param difference In milliseconds: how far the computer's clock is ahead of the wiki's. */
export async function moveClock({ context }: Visitor, difference: number): Promise<void> {
	await context.clock.setFixedTime(Date.now() + difference);
	// Playwright's own idle callback never has time left, without which MediaWiki does not run what it
	// has kept of its modules.
	await context.addInitScript(`requestIdleCallback = (callback) =>
		setTimeout(() => callback({ didTimeout: false, timeRemaining: () => 50 }))`);
}
