import type { Visitor } from './visitor.ts';

const millisecondsPerYear = 365 * 86_400_000;

/** What a computer's clock may say. */
export const clocks = ['a year ahead', 'a year behind'] as const;
export type Clock = (typeof clocks)[number];

/** Sets the clock of a person's computer; the wiki's own stays right. */
export async function setClock({ context }: Visitor, clock: Clock): Promise<void> {
	const difference = clock === 'a year ahead' ? millisecondsPerYear : -millisecondsPerYear;
	await context.clock.setFixedTime(Date.now() + difference);
}
