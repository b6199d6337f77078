import { runCommand } from '../../gadget/terminal/runCommand.ts';
import { seed, seedUsage } from './seedCommand.ts';

await runCommand({ usage: seedUsage, run: seed });
