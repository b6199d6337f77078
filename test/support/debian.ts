import { execFile } from 'node:child_process';
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const tenMinutes = 10 * 60 * 1000;
const output = 64 * 1024 * 1024;
const keepOldConfiguration = ['-o', 'Dpkg::Options::=--force-confold'];
const waitForOtherInstallers = ['-o', 'DPkg::Lock::Timeout=300'];
const aptEnvironment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };

/** Whether this machine runs Debian itself (not one of its derivatives, whose packages differ). */
export async function isDebian(): Promise<boolean> {
	return (await osRelease('ID')) === 'debian';
}

/** Whether packages can be installed on this machine without asking anybody: Debian, as root. */
export async function canInstallDebianPackages(): Promise<boolean> {
	return process.getuid?.() === 0 && (await isDebian());
}

let updated: Promise<unknown> | undefined;

/**
 * Installs Debian packages by name, after one `apt-get update` per process.
 * @throws with apt's own words when a package does not exist, or after ten minutes.
 */
export async function installDebianPackages(names: readonly string[]): Promise<void> {
	updated ??= apt(['update']);
	await updated;
	await apt(['install', '--yes', '--no-install-recommends', ...keepOldConfiguration, ...names]);
}

/**
 * Downloads packages of another Debian release into a folder, without installing them and without
 * touching the machine's own package lists: its package source is copied, with the suite replaced.
 * Needs no root.
 * @param suite a release's code name, e.g. `trixie`
 * @param folder an existing folder; apt's own files are left in its subfolder `apt`
 * @returns the paths of the downloaded `.deb` files
 * @throws when the machine has no Debian package source, or apt fails
 */
export async function downloadDebianPackages(
	suite: string,
	names: readonly string[],
	folder: string,
): Promise<string[]> {
	const apart = path.join(folder, 'apt');
	for (const part of ['sources', 'lists/partial', 'cache/archives/partial']) {
		await mkdir(path.join(apart, part), { recursive: true });
	}
	const source = await sourceOf(suite);
	await writeFile(path.join(apart, 'sources', source.file), source.text);
	const options = [
		'Dir::Etc::SourceList=/dev/null',
		`Dir::Etc::SourceParts=${apart}/sources`,
		`Dir::State::Lists=${apart}/lists`,
		`Dir::Cache=${apart}/cache`,
		// apt's own download user may not enter this folder.
		'APT::Sandbox::User=root',
	].flatMap((option) => ['-o', option]);
	await apt([...options, 'update']);
	await apt([...options, 'download', ...names], folder);
	const files = await readdir(folder);
	return files.filter((file) => file.endsWith('.deb')).map((file) => path.join(folder, file));
}

/** The absolute path of a command on PATH; `undefined` if there is none. */
export async function commandPath(name: string): Promise<string | undefined> {
	for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
		const candidate = path.join(folder, name);
		if (folder !== '' && (await exists(candidate))) {
			return candidate;
		}
	}
	return undefined;
}

/** Whether a file or folder exists. */
export async function exists(file: string): Promise<boolean> {
	return access(file).then(
		() => true,
		() => false,
	);
}

async function apt(parameters: readonly string[], folder = '/') {
	const running = run('apt-get', [...waitForOtherInstallers, '--quiet', ...parameters], {
		cwd: folder,
		env: aptEnvironment,
		timeout: tenMinutes,
		maxBuffer: output,
	});
	running.child.stdin?.end();
	return running;
}

interface AptSource {
	readonly file: string;
	readonly text: string;
}

async function sourceOf(suite: string): Promise<AptSource> {
	const codename = await osRelease('VERSION_CODENAME');
	for (const text of await configuredSources()) {
		const source = stanzaSource(text, codename, suite) ?? lineSource(text, codename, suite);
		if (source) {
			return source;
		}
	}
	throw new Error(`This machine's apt has no package source for Debian "${codename}" to copy.`);
}

async function configuredSources(): Promise<string[]> {
	const parts = '/etc/apt/sources.list.d';
	const names = (await exists(parts)) ? await readdir(parts) : [];
	const files = names
		.filter((name) => name.endsWith('.sources') || name.endsWith('.list'))
		.map((name) => path.join(parts, name));
	const readable = (await exists('/etc/apt/sources.list'))
		? [...files, '/etc/apt/sources.list']
		: files;
	return Promise.all(readable.map((file) => readFile(file, 'utf8')));
}

/** The current format: paragraphs of `Name: value` lines. */
function stanzaSource(text: string, codename: string, suite: string): AptSource | undefined {
	const stanza = text
		.split(/\n\s*\n/)
		.find((candidate) => suitesOf(candidate).includes(codename) && /^URIs:/m.test(candidate));
	if (!stanza) {
		return undefined;
	}
	const replaced = stanza.replace(/^Suites:.*$/m, `Suites: ${suite}`);
	return { file: 'copied.sources', text: `${replaced.trim()}\n` };
}

function suitesOf(stanza: string): string[] {
	return /^Suites:(.*)$/m.exec(stanza)?.[1]?.trim().split(/\s+/) ?? [];
}

/** The older format: `deb [options] address codename components`. */
function lineSource(text: string, codename: string, suite: string): AptSource | undefined {
	const line = text
		.split('\n')
		.map((candidate) => /^(deb\s+(?:\[[^\]]*\]\s+)?\S+)\s+(\S+)\s/.exec(candidate))
		.find((match) => match?.[2] === codename);
	return line?.[1] ? { file: 'copied.list', text: `${line[1]} ${suite} main\n` } : undefined;
}

async function osRelease(key: string): Promise<string> {
	const file = '/etc/os-release';
	const text = (await exists(file)) ? await readFile(file, 'utf8') : '';
	return new RegExp(`^${key}="?([^"\n]*)"?$`, 'm').exec(text)?.[1] ?? '';
}
