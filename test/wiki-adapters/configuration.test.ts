import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readConfiguration } from '../../gadget/wiki/configuration.ts';

const warn = vi.fn();

beforeEach(() => {
	warn.mockReset();
	vi.stubGlobal('mw', { log: { warn } });
});
afterEach(() => {
	vi.unstubAllGlobals();
});

/** The page as ResourceLoader hands it over: sent as JavaScript. */
function pack(text: string): void {
	vi.stubGlobal('require', () => runInNewContext(`(${text})`));
}

const block = '{"enabled": true, "minEditcount": 0, "minTenureInDays": 0}';

test('reads what the page says', () => {
	pack(`{"GEMentorshipStartOptedOutThresholds": ${block}}`);
	expect(readConfiguration()).toEqual(JSON.parse(block));
	expect(warn).not.toHaveBeenCalled();
});

test.each([
	['is a number', '7'],
	['is null', 'null'],
	['holds nothing', '{}'],
	['inherits the block', `{"__proto__": {"GEMentorshipStartOptedOutThresholds": ${block}}}`],
	['has a block that inherits', `{"GEMentorshipStartOptedOutThresholds": {"__proto__": ${block}}}`],
])('a page that %s turns the rule off, and the console says so in one line', (_what, text) => {
	pack(text);
	expect(readConfiguration()).toBeNull();
	expect(warn).toHaveBeenCalledTimes(1);
});

test('a page that is missing turns the rule off, and the console says so in one line', () => {
	vi.stubGlobal('require', () => {
		throw new Error('Cannot require undefined file');
	});
	expect(readConfiguration()).toBeNull();
	expect(warn).toHaveBeenCalledTimes(1);
});
