import { runCommand } from '../terminal/runCommand.ts';
import { verify, verifyUsage } from './verify.ts';

await runCommand({ usage: verifyUsage, run: verify });
