import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs git in the folder that the process runs in. @throws Error where there is none, or it fails */
export async function git(...args: readonly string[]): Promise<string> {
	return (await promisify(execFile)('git', args)).stdout.trim();
}

/**
 * The commit that last changed some files, with a word where they differ from it; `null` where git
 * does not know: in a downloaded archive, or on a machine without it.
 *
 * @param files Relative to that folder; all files where there are none.
 */
export async function lastCommit(
	files: readonly string[] = [],
): Promise<{ readonly commit: string; readonly isChanged: boolean } | null> {
	try {
		const commit = await git('log', '-1', '--format=%h', '--abbrev=10', '--', ...files);
		const isChanged = (await git('status', '--porcelain', '--', ...files)) !== '';
		return commit === '' ? null : { commit, isChanged };
	} catch {
		return null;
	}
}
