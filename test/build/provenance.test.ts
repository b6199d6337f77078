import path from 'node:path';
import { expect, test } from 'vitest';
import { describeProvenance } from '../../gadget/build/provenance.ts';
import { reportSizes } from '../../gadget/build/sizes.ts';
import { bodyOf } from '../../gadget/deploy/builtPages.ts';

test('A deployed script says what it is, of which commit and under which licences', async () => {
	const lines = (
		await describeProvenance([
			path.resolve('gadget/entries/loader.ts'),
			path.resolve('node_modules/preact/dist/preact.mjs'),
			'\0rolldown/runtime.js',
		])
	).split('\n');
	expect(lines).toEqual([
		expect.stringMatching(
			/^\/\* Mentorship Gadget \d+\.\d+\.\d+(, [0-9a-f]{10}( with changes)?)?$/,
		),
		expect.stringMatching(/^ \* MIT\. Copyright \(c\) \d{4} The Mentorship Gadget contributors$/),
		expect.stringMatching(/^ \* With preact, MIT\. Copyright .*Jason Miller$/),
		' * Edits here are overwritten: change the source instead.',
		' */',
		'',
	]);
});

test('Readers pay nothing for it', async () => {
	const provenance = await describeProvenance([path.resolve('gadget/entries/loader.ts')]);
	const limits = [{ gadgets: ['a'], limit: 100 }];
	const sizeWith = (text: string) => reportSizes(new Map([['Gadget-a.js', text]]), limits).lines;
	expect(sizeWith(`${provenance}run();`)).toEqual(sizeWith('run();'));
	expect(bodyOf('Gadget-a.js', `${provenance}run();\n`)).toBe('run();');
});
