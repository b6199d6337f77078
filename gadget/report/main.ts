import { runCommand } from '../terminal/runCommand.ts';
import { report, reportUsage } from './report.ts';

await runCommand({ usage: reportUsage, run: report });
