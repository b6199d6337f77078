import { writeSync } from 'node:fs';

/*
 * Loaded before a program that is measured: at its end it says on its fourth channel how much memory
 * it had at most, in KiB.
 */

const channel = 3;

process.on('exit', () => {
	writeSync(channel, String(process.resourceUsage().maxRSS));
});
