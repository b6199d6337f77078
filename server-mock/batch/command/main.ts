import { runCommand } from '../../../gadget/terminal/runCommand.ts';
import { graduate, graduateUsage } from './graduate.ts';

await runCommand({ usage: graduateUsage, run: graduate });
