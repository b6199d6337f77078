import { setTimeout as wait } from 'node:timers/promises';
import { nothingToUse } from './engine.ts';

/** What WebDriver calls an element that it refers to. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** What WebDriver calls the keys that type nothing. */
export const keyValues: Readonly<Record<string, string>> = {
	Tab: '\uE004',
	Enter: '\uE007',
	Escape: '\uE00C',
	ArrowUp: '\uE013',
	ArrowDown: '\uE015',
};

/** A command of WebDriver, <https://www.w3.org/TR/webdriver2/>. @throws with the driver's words */
export type Command = (
	method: 'GET' | 'POST' | 'DELETE',
	path: string,
	body?: object,
) => Promise<unknown>;

/** @param address Where a driver listens. */
export function createCommand(address: string): Command {
	return async (method, path, body) => {
		const response = await fetch(address + path, {
			method,
			...(body && { body: JSON.stringify(body) }),
		});
		const { value } = Object(await response.json());
		if (!response.ok) {
			throw new Error(`${method} ${path}: ${Object(value).error}: ${Object(value).message}`);
		}
		return value;
	};
}

/** Waits until a driver that has been started takes commands. */
export async function untilReady(command: Command): Promise<void> {
	for (let tries = 0; tries < 300; tries++) {
		try {
			await command('GET', '/status');
			return;
		} catch {
			// Nothing listens there yet.
			await wait(100);
		}
	}
	throw new Error('The driver of the browser did not start within 30 seconds.');
}

/** The reference to an element, from what a script gave. */
export function elementOf(value: unknown, expression: string): string {
	const reference = Object(value)[elementKey];
	return typeof reference === 'string' ? reference : nothingToUse(expression);
}
