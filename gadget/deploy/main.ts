import { runCommand } from '../terminal/runCommand.ts';
import { deploy, deployUsage } from './deploy.ts';

await runCommand({ usage: deployUsage, run: deploy });
