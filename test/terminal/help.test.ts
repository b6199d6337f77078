import { describe, expect, test } from 'vitest';
import { deploy, deployUsage } from '../../gadget/deploy/deploy.ts';
import { verify, verifyUsage } from '../../gadget/deploy/verify.ts';
import { report, reportUsage } from '../../gadget/report/report.ts';
import { graduate, graduateUsage } from '../../server-mock/batch/command/graduate.ts';
import { seed, seedUsage } from '../../server-mock/people/seedCommand.ts';
import { run, runProcess } from '../support/commandLine.ts';

const commands = { deploy, graduate, seed, report, verify };
const usage = {
	deploy: deployUsage,
	graduate: graduateUsage,
	seed: seedUsage,
	report: reportUsage,
	verify: verifyUsage,
};
const names = ['deploy', 'graduate', 'seed', 'report', 'verify'] as const;

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
