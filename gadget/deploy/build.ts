import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { CommandFailure } from '../terminal/terminal.ts';
import { credentialVariables } from './credentials.ts';

/**
 * Builds the gadget in a process that does not see who deploys: nothing that it runs needs to.
 *
 * @param script What builds.
 * @throws CommandFailure where it fails; it has said why itself.
 */
export async function buildWithoutCredentials(
	environment: NodeJS.ProcessEnv,
	script = 'gadget/build/build.ts',
): Promise<void> {
	const secret = new Set<string>(Object.values(credentialVariables));
	const env = Object.fromEntries(Object.entries(environment).filter(([name]) => !secret.has(name)));
	const child = spawn(process.execPath, ['--import', 'tsx', script], { env, stdio: 'inherit' });
	const [code] = await once(child, 'close');
	if (code !== 0) {
		throw new CommandFailure('The build failed, as it says above. Nothing was written.');
	}
}
