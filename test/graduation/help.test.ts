import { describe, expect, test } from 'vitest';
import { deploy } from '../../server-mock/commands/deploy.ts';
import { graduate } from '../../server-mock/commands/graduate.ts';
import { report } from '../../server-mock/commands/report.ts';
import { seed } from '../../server-mock/commands/seed.ts';
import { usage } from '../../server-mock/commands/usage.ts';
import { run, runProcess } from './commandLine.ts';

const commands = { deploy, graduate, seed, report };
const names = ['deploy', 'graduate', 'seed', 'report'] as const;

describe('--help', () => {
	test.each(names)('says what %s does, and does nothing', async (name) => {
		expect(await runProcess([name, '--mentees', 'many', '--help'])).toEqual({
			code: 0,
			out: `${usage[name]}\n`,
			notes: '',
		});
	});

	test.each(
		names.flatMap((name) =>
			[...new Set(usage[name].match(/--[a-z][a-z-]+/g))].map((option) => [name, option] as const),
		),
	)('names only what there is: %s %s', async (name, option) => {
		// `--nothing` is what is complained of, unless the option before it is.
		const { code, notes } = await run(commands[name], [option, '--nothing']);
		expect([code, notes]).toEqual([2, [expect.stringMatching(/--nothing|ambiguous/)]]);
	});
});

test('a command that there is not is said to be none', async () => {
	const { code, notes } = await runProcess(['toString']);
	expect([code, notes]).toEqual([
		2,
		'“toString” is no command; there are deploy, graduate, seed, report.\n',
	]);
});
