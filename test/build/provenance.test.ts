import path from 'node:path';
import { expect, test } from 'vitest';
import { bundleGadget } from '../../gadget/build/bundle.ts';
import { gadgets } from '../../gadget/build/gadgets.ts';
import { findProvenance } from '../../gadget/build/provenance.ts';
import { reportSizes } from '../../gadget/build/sizes.ts';
import { bodyOf } from '../../gadget/deploy/builtPages.ts';

test('A deployed script says what it is, of which commit and under which licences', async () => {
	const { build, comment } = await findProvenance([
		path.resolve('gadget/entries/loader.ts'),
		path.resolve('node_modules/preact/dist/preact.mjs'),
		'\0rolldown/runtime.js',
	]);
	expect(comment).toContain(`/* ${build}\n`);
	expect(comment.split('\n')).toEqual([
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
	const { comment } = await findProvenance([path.resolve('gadget/entries/loader.ts')]);
	const limits = [{ gadgets: ['a'], limit: 100 }];
	const sizeWith = (text: string) => reportSizes(new Map([['Gadget-a.js', text]]), limits).lines;
	expect(sizeWith(`${comment}run();`)).toEqual(sizeWith('run();'));
	expect(bodyOf('Gadget-a.js', `${comment}run();\n`)).toBe('run();');
});

test('The form names itself as its script does', async () => {
	const gadget = gadgets.find(({ name }) => name === 'mentorship-settings') ?? expect.fail();
	const script = (await bundleGadget(gadget)).get('mentorship-settings.js') ?? '';
	const [, build = ''] = /^\/\* (.*)\n/.exec(script) ?? [];
	expect(bodyOf('Gadget-mentorship-settings.js', script)).toContain(build);
	expect(build).toMatch(/^Mentorship Gadget \d/);
});
