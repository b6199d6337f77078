import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { canInstallDebianPackages, commandPath, installDebianPackages } from '../support/debian.ts';

const run = promisify(execFile);

const modules = ['pdo_sqlite', 'intl', 'mbstring', 'dom', 'xml', 'xmlreader', 'fileinfo'];
const packages = [
	'php-cli',
	'php-sqlite3',
	'php-intl',
	'php-mbstring',
	'php-xml',
	'php-gmp',
	'php-apcu',
	'php-curl',
];

/**
 * Sees to it that there is a PHP that runs MediaWiki: on Debian, as root, it is installed.
 * @throws an error saying what is missing and what to do about it
 */
export async function preparePhp(): Promise<void> {
	const missing = await missingFromPhp();
	if (missing.length === 0) {
		return;
	}
	if (!(await canInstallDebianPackages())) {
		throw new Error(
			`A real wiki needs PHP 8.1 or later on PATH; missing: ${missing.join(', ')}. ` +
				`On Debian, install ${packages.join(' ')}; elsewhere, PHP with these modules.`,
		);
	}
	await installDebianPackages(packages);
	const still = await missingFromPhp();
	if (still.length > 0) {
		throw new Error(
			`Debian's PHP was installed, but these are still missing: ${still.join(', ')}.`,
		);
	}
}

async function missingFromPhp(): Promise<string[]> {
	if (!(await commandPath('php'))) {
		return ['php'];
	}
	const { stdout } = await run('php', ['-m'], { timeout: 30_000 });
	const loaded = new Set(stdout.toLowerCase().split(/\s+/));
	return modules.filter((module) => !loaded.has(module));
}
