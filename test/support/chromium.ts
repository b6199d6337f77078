import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright';
import { canInstallDebianPackages, commandPath, exists, installDebianPackages } from './debian.ts';

const run = promisify(execFile);
const tenMinutes = 10 * 60 * 1000;
/** The first has no window to draw, which halves what the tests take. */
const commands = [
	'chromium-headless-shell',
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
];
const fonts = ['fonts-dejavu', 'fonts-noto-core'];
const macApplications = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a Chromium on this machine: `CHROMIUM` from the environment, else one from the usual
 * places, else a freshly installed one (Debian's package as root, Playwright's download elsewhere).
 * @throws an error saying what is missing and what to do, when none of these works
 */
export async function findChromium(): Promise<string> {
	const asked = process.env.CHROMIUM;
	if (asked) {
		if (await exists(asked)) {
			return asked;
		}
		throw new Error(`CHROMIUM names "${asked}", which does not exist.`);
	}
	return (await installedChromium()) ?? (await installChromium());
}

/**
 * A headless Chromium for tests; the caller closes it. It makes no requests of its own, so that
 * what a test sees on the network is the page's.
 */
export async function launchChromium(): Promise<Browser> {
	return chromium.launch({ executablePath: await findChromium(), args: chromiumArguments() });
}

/** Chromium's command line in tests, for test runners that launch it themselves. */
export function chromiumArguments(): string[] {
	const always = [
		'--disable-gpu',
		'--disable-quic',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
	];
	// Chromium refuses to start its sandbox as root, which is who runs in a container.
	return process.getuid?.() === 0 ? ['--no-sandbox', ...always] : always;
}

async function installedChromium(): Promise<string | undefined> {
	for (const command of commands) {
		const found = await commandPath(command);
		if (found) {
			return found;
		}
	}
	const files =
		process.platform === 'darwin'
			? [...macApplications, chromium.executablePath()]
			: [chromium.executablePath()];
	for (const file of files) {
		if (await exists(file)) {
			return file;
		}
	}
	return undefined;
}

async function installChromium(): Promise<string> {
	const problem = await tryToInstall().then(
		() => undefined,
		(error: unknown) => error,
	);
	const found = await installedChromium();
	if (found) {
		return found;
	}
	throw new Error(
		'No Chromium found, and installing one failed. ' +
			'Install Chromium or Google Chrome, or set CHROMIUM to the path of one.',
		{ cause: problem },
	);
}

async function tryToInstall(): Promise<void> {
	if (await canInstallDebianPackages()) {
		await installDebianPackages(['chromium-headless-shell', ...fonts]).catch(() =>
			// An older Debian has only the whole of it.
			installDebianPackages(['chromium', ...fonts]),
		);
		return;
	}
	const playwright = createRequire(import.meta.url).resolve('playwright/package.json');
	const installer = path.join(path.dirname(playwright), 'cli.js');
	const running = run(process.execPath, [installer, 'install', 'chromium'], {
		timeout: tenMinutes,
		maxBuffer: 64 * 1024 * 1024,
	});
	running.child.stdin?.end();
	await running;
}
