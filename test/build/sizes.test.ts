import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { gadgets } from '../../gadget/build/gadgets.ts';
import { gzipSize, reportSizes } from '../../gadget/build/sizes.ts';

/** A script that gzip cannot make much smaller. */
const text = Array.from({ length: 100 }, (_, number) =>
	createHash('sha256').update(`${number}`).digest('base64'),
).join('');
const pages = new Map([['Gadget-mentorship.js', text]]);
const size = gzipSize(text);

test.each([
	[size - 1, true, 1],
	[size, true, 0],
	[Math.ceil(size / 0.95) - 1, true, 0],
	[Math.ceil(size / 0.95), false, 0],
])(
	'a limit of %i B gives a warning: %s, and %i sentences that fail the build',
	(limit, isNear, count) => {
		const { lines, overruns } = reportSizes(pages, [{ gadgets: ['mentorship'], limit }]);
		expect(lines[0]?.includes('below it')).toBe(isNear);
		expect(overruns).toHaveLength(count);
	},
);

test('what Codex adds is printed beside the gadgets that use it', () => {
	const { lines } = reportSizes(pages);
	const using = gadgets.filter(({ options }) => options.join().includes('codex-styles'));
	expect(lines.filter((line) => /codex-styles adds \d+ to \d+ B/.test(line))).toHaveLength(
		using.length,
	);
});
