import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { freePort } from '../../mediawiki/phpServer.ts';
import { commandPath, exists } from '../debian.ts';
import { type Engine, type Tab, type Window, windowHeight } from './engine.ts';
import { type Command, createCommand, elementOf, keyValues, untilReady } from './webdriver.ts';

/** WebKit, as Safari and GNOME Web have it: WebKitGTK's own small browser, driven by WebDriver. */
export const webkit: Engine = {
	name: 'WebKit',
	debianPackages: ['webkit2gtk-driver', 'xvfb', 'xauth'],
	async isInstalled() {
		const commands = await Promise.all(['WebKitWebDriver', 'xvfb-run'].map(commandPath));
		return !commands.includes(undefined) && (await browserPath()) !== undefined;
	},
	async launch() {
		const port = await freePort(0);
		// A group of its own, so that the display ends with the driver.
		const driver = spawn('xvfb-run', ['--auto-servernum', 'WebKitWebDriver', `--port=${port}`], {
			stdio: 'ignore',
			detached: true,
		});
		const command = createCommand(`http://127.0.0.1:${port}`);
		await untilReady(command);
		return {
			open: (window) => openWindow(command, window),
			async close() {
				if (driver.pid !== undefined && driver.exitCode === null) {
					const exit = once(driver, 'exit');
					process.kill(-driver.pid, 'SIGTERM');
					await exit;
				}
			},
		};
	},
};

async function openWindow(command: Command, { origin, cookies, width }: Window): Promise<Tab> {
	const binary = await browserPath();
	const session = await command('POST', '/session', {
		capabilities: {
			alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
		},
	});
	const path = `/session/${Object(session).sessionId}`;
	const post = (what: string, body: object) => command('POST', path + what, body);
	const run = (script: string) => post('/execute/sync', { script, args: [] });
	const find = async (expression: string) =>
		`/element/${elementOf(await run(`return (${expression})`), expression)}`;
	await post('/window/rect', { width, height: windowHeight });
	// A cookie is set on a page of its wiki: here on one that there is not.
	await post('/url', { url: `${origin}/nothing` });
	for (const cookie of cookies) {
		await post('/cookie', { cookie });
	}
	return {
		goTo: async (url) => void (await post('/url', { url })),
		read: (expression) => run(`return (${expression})`),
		click: async (expression) => void (await post(`${await find(expression)}/click`, {})),
		async type(expression, text) {
			const field = await find(expression);
			await post(`${field}/clear`, {});
			await post(`${field}/value`, { text });
		},
		async press(key) {
			const value = keyValues[key] ?? key;
			const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }));
			await post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
		},
		close: async () => void (await command('DELETE', path)),
	};
}

/** Where Debian puts WebKitGTK's MiniBrowser. */
async function browserPath(): Promise<string | undefined> {
	for (const machine of await readdir('/usr/lib').catch(() => [])) {
		for (const version of ['4.1', '4.0']) {
			const file = `/usr/lib/${machine}/webkit2gtk-${version}/MiniBrowser`;
			if (await exists(file)) {
				return file;
			}
		}
	}
	return undefined;
}
