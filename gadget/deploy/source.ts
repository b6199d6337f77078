import packageFile from '../../package.json' with { type: 'json' };
import { lastCommit } from '../build/git.ts';

/** What the build was made from. */
export interface Source {
	readonly version: string;
	/** `null`: git is missing here, or does not know it. */
	readonly commit: string | null;
	/** Files differ from that commit. */
	readonly isChanged: boolean;
}

/** Asks git in the folder that the command runs in. */
export async function readSource(): Promise<Source> {
	const { version } = packageFile;
	return { version, ...((await lastCommit()) ?? { commit: null, isChanged: false }) };
}

/** `Mentorship Gadget 0.1.0, 1a2b3c4d5e`, as edit summaries and scripts have it. */
export function describeSource({ version, commit, isChanged }: Source): string {
	const changed = isChanged ? ' with changes' : '';
	return `Mentorship Gadget ${version}${commit === null ? '' : `, ${commit}${changed}`}`;
}
