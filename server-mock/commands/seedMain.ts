import { runCommand } from '../../gadget/terminal/runCommand.ts';
import { seed, seedUsage } from './seed.ts';

await runCommand({ usage: seedUsage, run: seed });
