import { beforeEach, expect, test, vi } from 'vitest';
import { noteTried, wasTried } from '../../gadget/wiki/tried.ts';
import { storageOfMediaWiki, stubStorage } from '../support/browserStorage.ts';

const day = 86_400_000;

function comeAs(wgUserId: number): void {
	const config = new Map<string, unknown>([
		['wgDBname', 'wiki'],
		['wgScriptPath', '/w'],
		['wgUserId', wgUserId],
	]);
	vi.stubGlobal('mw', { config, storage: storageOfMediaWiki });
}

beforeEach(() => {
	vi.useFakeTimers({ now: Date.UTC(2026, 10, 28) });
	stubStorage();
	comeAs(7);
});

test.each([
	['refused', 1],
	['noMentor', 30],
] as const)('what was tried (%s) is not tried again for %i days', (what, days) => {
	expect(wasTried(what)).toBe(false);
	noteTried(what);
	vi.setSystemTime(Date.now() + days * day - 1);
	expect(wasTried(what)).toBe(true);
	vi.setSystemTime(Date.now() + 1);
	expect(wasTried(what)).toBe(false);
});

test('what was tried for one person was not for another at the same browser', () => {
	noteTried('refused');
	comeAs(8);
	expect(wasTried('refused')).toBe(false);
});

test('what was refused does not say that there was no mentor', () => {
	noteTried('refused');
	expect(wasTried('noMentor')).toBe(false);
});
