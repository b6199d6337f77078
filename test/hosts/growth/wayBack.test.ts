import { beforeEach, expect, test, vi } from 'vitest';
import { createWayBack } from '../../../gadget/hosts/growth/wayBack.ts';
import { stubMediaWiki } from './growthPage.ts';

const now = Date.UTC(2026, 10, 28);
const ownId = 99;
const before = { id: 6, name: 'Before', weight: 2, awayUntil: 0 };
const ann = { id: 7, name: 'Ann', weight: 2, awayUntil: 0 };
const ben = { id: 8, name: 'Ben', weight: 4, awayUntil: 0 };

beforeEach(stubMediaWiki);

test.each([
	['whose lot is greater by chance', [ann, ben], [0.9, 0.4], 'Ann'],
	['whose lot is greater by weight', [ann, ben], [0.9, 0.5], 'Ben'],
	['who is back at this moment', [{ ...ann, awayUntil: now }], [0], 'Ann'],
	['who is away', [{ ...ann, awayUntil: now + 1 }], [0], 'Before'],
	['who is away for nobody knows how long', [{ ...ann, awayUntil: Number.NaN }], [0], 'Before'],
	['who is oneself', [{ ...ann, id: ownId }], [0], 'Before'],
])('another mentor, of those %s', async (_what, others, lots, name) => {
	const setMentor = vi.fn(async () => undefined);
	const wished = { version: 1, mentor: before, pending: 'differentMentor' };
	const growth = { setState: vi.fn(), readMentor: async () => 'Before', isOut: vi.fn(), setMentor };
	const random = () => lots.shift() ?? expect.fail();
	const wayBack = createWayBack({ growth: Object(growth), save: vi.fn(), ownId, random });
	const moment = { state: 'optedOut', mentor: '', mentors: [before, ...others], now, wished };
	const { given } = await wayBack(Object(moment));
	expect(given).toMatchObject({ mentor: { name }, isSubstitute: name === 'Before' });
	expect(setMentor.mock.calls).toEqual(name === 'Before' ? [] : [[name]]);
});

test.each([
	['has a mentor keeps that one', 'Ann', []],
	['has none is given one', '', [['enabled']]],
])('who is enabled, remembers no one and %s', async (_what, mentor, states) => {
	const growth = { setState: vi.fn(), readMentor: async () => 'Drawn' };
	const wayBack = createWayBack({ growth: Object(growth), save: vi.fn(), ownId, random: vi.fn() });
	const wished = { version: 1, pending: 'sameMentor' };
	const moment = { state: 'enabled', mentor, mentors: [ann], now, wished };
	const { given } = await wayBack(Object(moment));
	expect(given).toMatchObject({ mentor: { name: mentor || 'Drawn' }, isSubstitute: false });
	expect(growth.setState.mock.calls).toEqual(states);
});
