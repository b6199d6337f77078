import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import packageFile from '../../package.json' with { type: 'json' };

/** What the build was made from. */
export interface Source {
	readonly version: string;
	/** `null`: there is no git here that knows it. */
	readonly commit: string | null;
	/** Files differ from that commit. */
	readonly isChanged: boolean;
}

/** Asks git in the folder that the command runs in. */
export async function readSource(): Promise<Source> {
	const { version } = packageFile;
	try {
		const commit = await git('rev-parse', '--short=10', 'HEAD');
		return { version, commit, isChanged: (await git('status', '--porcelain')) !== '' };
	} catch {
		// A downloaded archive, or a machine without git.
		return { version, commit: null, isChanged: false };
	}
}

/** `Mentorship Gadget 0.1.0, 1a2b3c4d5e`, as edit summaries have it. */
export function describeSource({ version, commit, isChanged }: Source): string {
	const changed = isChanged ? ' with changes' : '';
	return `Mentorship Gadget ${version}${commit === null ? '' : `, ${commit}${changed}`}`;
}

async function git(...args: readonly string[]): Promise<string> {
	return (await promisify(execFile)('git', args)).stdout.trim();
}
