import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { isUpToDate } from './sources.ts';

/*
 * `withBuild.ts SCRIPT …` runs a script that needs the built gadget. Where a source has changed since
 * the last build, it builds first, and says so; but not for --help.
 */

const [node = '', , script = '', ...args] = process.argv;
if (!args.includes('--help') && !isUpToDate()) {
	console.log('Building the gadget, which takes some seconds.');
	const build = path.join(import.meta.dirname, 'build.ts');
	execFileSync(node, ['--import', 'tsx', build], { stdio: 'inherit' });
}
process.argv = [node, script, ...args];
await import(path.resolve(script));
