import { expect, test } from 'vitest';
import { deployUsage } from '../../gadget/deploy/deploy.ts';
import { verifyUsage } from '../../gadget/deploy/verify.ts';
import { reportUsage } from '../../gadget/report/report.ts';
import { describeUsage, flag, valued } from '../../gadget/terminal/arguments.ts';
import { graduateUsage } from '../../server-mock/batch/command/graduate.ts';
import { seedUsage } from '../../server-mock/people/seedCommand.ts';
import { runProcess } from '../support/commandLine.ts';

test.each([
	['deploy', deployUsage],
	['graduate', graduateUsage],
	['seed', seedUsage],
	['report', reportUsage],
	['verify', verifyUsage],
] as const)('--help says what %s does, and does nothing', async (name, usage) => {
	const result = await runProcess([name, '--mentees', 'many', '--help']);
	expect(result).toEqual({ code: 0, out: `${usage}\n`, notes: '' });
});

test('--help is made from the options, and breaks long lines', () => {
	const options = {
		yes: flag('does not ask'),
		'help-page': valued('TITLE', 'word '.repeat(16).trim()),
	};
	expect(describeUsage('npm run it', options, 'Exit code: 0').split('\n')).toEqual([
		'npm run it',
		'  --yes              does not ask',
		`  --help-page TITLE  ${'word '.repeat(14).trim()}`,
		`${' '.repeat(21)}word word`,
		'Exit code: 0',
	]);
});
