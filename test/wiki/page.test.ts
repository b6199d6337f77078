import { describe, expect, test, vi } from 'vitest';
import { readPerson, whenReady } from '../../gadget/wiki/page.ts';

const named = {
	wgUserId: 4,
	wgUserName: 'Veteran',
	wgUserIsTemp: false,
	wgUserEditCount: 600,
	wgUserRegistration: 1_760_771_714_000,
};

describe('readPerson', () => {
	const read = (config: Record<string, unknown>) => {
		vi.stubGlobal('mw', { config: { get: () => config } });
		return readPerson();
	};

	test('reads the facts that the page holds', () => {
		expect(read(named)).toEqual({
			id: 4,
			name: 'Veteran',
			editCount: 600,
			registration: 1_760_771_714_000,
		});
	});

	test('knows an account without a date', () => {
		expect(read({ ...named, wgUserRegistration: null })?.registration).toBeNull();
	});

	test.each([
		['a person logged out', { ...named, wgUserId: 0, wgUserName: null, wgUserEditCount: null }],
		['a temporary account', { ...named, wgUserIsTemp: true }],
	])('finds nobody given %s', (_what, config) => {
		expect(read(config)).toBeNull();
	});
});

describe('whenReady', () => {
	/** How often the work was done: once the page is there, and when content is drawn anew. */
	async function countRuns(isFramed: boolean): Promise<number> {
		const drawnAnew: (() => void)[] = [];
		const work = vi.fn();
		vi.stubGlobal('self', globalThis);
		vi.stubGlobal('top', isFramed ? {} : globalThis);
		vi.stubGlobal('$', { ready: Promise.resolve() });
		vi.stubGlobal('mw', {
			hook: () => ({ add: (listener: () => void) => drawnAnew.push(listener) }),
			log: { warn: expect.fail },
		});
		whenReady(work);
		await new Promise((resolve) => setImmediate(resolve));
		for (const draw of drawnAnew) {
			draw();
		}
		return work.mock.calls.length;
	}

	test('works once the page is there, and again when content is drawn anew', async () => {
		expect(await countRuns(false)).toBe(2);
	});

	test('does nothing in a frame', async () => {
		expect(await countRuns(true)).toBe(0);
	});
});
