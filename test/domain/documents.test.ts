import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Memory, readMemory } from '../../gadget/domain/memory.ts';
import { chooseMentor, readMentors } from '../../gadget/domain/mentors.ts';
import {
	defaultThresholds,
	readThresholds,
	thresholdsKey,
} from '../../gadget/domain/thresholds.ts';
import { anyDocument, anyHostileText, hostileTexts } from '../support/hostileTexts.ts';
import { holdsForAny } from '../support/property.ts';
import { memorySchema, thresholdsPageSchema } from '../support/schemas.ts';

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null');

describe('readThresholds', () => {
	const nearly = [0, -0, 1, 500, 1e9, 1e9 + 1, -1, 0.5, Number.NaN, 1 / 0, '500', null];
	const aboutThreshold = fc.oneof(fc.constantFrom(...nearly), fc.integer(), fc.double());
	const aboutBlock = fc.record(
		{
			enabled: fc.oneof(fc.boolean(), fc.constantFrom(1, 'true', null)),
			minEditcount: aboutThreshold,
			minTenureInDays: aboutThreshold,
			another: fc.anything(),
		},
		{ requiredKeys: [] },
	);
	const aboutPage = fc.oneof(
		fc.anything(),
		anyDocument([thresholdsKey, 'enabled', 'minEditcount', 'minTenureInDays']),
		fc.oneof(fc.anything(), aboutBlock).map((block) => ({ [thresholdsKey]: block, another: 1 })),
	);

	test('is the zod schema, for any page of JSON', () => {
		const check = (page: unknown) => {
			expect(readThresholds(page) !== null).toBe(thresholdsPageSchema.safeParse(page).success);
		};
		holdsForAny(aboutPage.map(asJson), check, 5000);
		expect(Object({})[thresholdsKey]).toBeUndefined();
	});

	const block = { enabled: true, minEditcount: 500, minTenureInDays: 30 };
	test.each([
		['a missing block', {}],
		['a missing key', { enabled: true, minEditcount: 500 }],
		['a number as text', { ...block, minEditcount: '500' }],
		['a number that is not whole', { ...block, minTenureInDays: 30.5 }],
		['a negative number', { ...block, minEditcount: -1 }],
		['more than a thousand million', { ...block, minEditcount: 1_000_000_001 }],
		['enabled as text', { ...block, enabled: 'true' }],
	])('reads nothing given %s', (_what, wrong) => {
		expect(readThresholds({ [thresholdsKey]: wrong })).toBeNull();
	});

	test('reads the block, other keys beside it', () => {
		expect(readThresholds({ other: true, [thresholdsKey]: defaultThresholds })).toEqual({
			enabled: false,
			minEditcount: 500,
			minTenureInDays: 30,
		});
	});
});

describe('readMemory', () => {
	const words = ['graduation', 'sameMentor', 'differentMentor', 'else', true];
	const mentor = fc.record({ name: fc.string(), id: fc.integer() }, { requiredKeys: ['name'] });
	const aboutMemory = fc.record(
		{
			version: fc.constantFrom(1, 2, '2', 0, null),
			state: fc.constantFrom('optedOut', 'enabled', 1),
			mentor: fc.oneof(fc.anything(), mentor),
			graduatedAt: fc.oneof(fc.string(), fc.anything()),
			unstoredAt: fc.oneof(fc.string(), fc.anything()),
			askedAt: fc.oneof(fc.string(), fc.anything()),
			pending: fc.constantFrom(...words),
		},
		{ requiredKeys: [] },
	);
	const fields = ['version', 'state', 'mentor', 'name', 'id', 'askedAt', 'graduatedAt', 'pending'];
	const aboutText = fc.oneof(
		anyHostileText,
		fc.constantFrom(null, undefined, 5),
		...[fc.anything(), aboutMemory, anyDocument(fields)].map((any) => any.map(toText)),
	);
	function toText(value: unknown): string | undefined {
		return JSON.stringify(value);
	}

	test('reads what the schema allows, for any text', () => {
		const check = (text: unknown) => {
			const memory = readMemory(text);
			expect(memory === null || memorySchema.safeParse(memory).success).toBe(true);
			expect(Object.getPrototypeOf(memory ?? {})).toBe(Object.prototype);
		};
		holdsForAny(aboutText, check, 4000);
		expect(Object({}).askedAt).toBeUndefined();
	});

	test.each(Object.entries(hostileTexts))('reads nothing of %s', (_what, text) => {
		expect(readMemory(text)).toEqual({ version: 1 });
	});

	test('reads every document of the schema back as it was written', () => {
		const memory: Memory = {
			version: 1,
			state: 'optedOut',
			mentor: { name: 'Mentor', id: 6 },
			graduatedAt: '2026-11-22T00:00:00.000Z',
			unstoredAt: '2026-11-22T00:00:00.000Z',
			askedAt: '2026-11-22T00:00:00.000Z',
			pending: 'differentMentor',
		};
		expect(readMemory(JSON.stringify(memory))).toEqual(memory);
	});

	test.each([
		['leaves a newer document alone', '{"version":2,"askedAt":"x"}', null],
		[
			'still knows that a person asked where the rest is damaged',
			'{"version":1,"askedAt":"2026","mentor":{"name":5},"pending":"?"}',
			{ version: 1, askedAt: '2026' },
		],
	])('%s', (_what, text, memory) => {
		expect(readMemory(text)).toEqual(memory);
	});
});

test('whatever the list of mentors holds, only a mentor on it is drawn', () => {
	holdsForAny(
		anyDocument(['Mentors', 'username', 'message', 'weight', 'awayTimestamp']),
		(page) => {
			const mentors = readMentors(page);
			for (const { id, name, message, weight } of mentors) {
				expect(Number.isInteger(id) && id > 0).toBe(true);
				expect(name !== '' || weight === 0).toBe(true);
				expect(message === null || typeof message === 'string').toBe(true);
				expect([0, 1, 2, 4]).toContain(weight);
			}
			const choice = chooseMentor(mentors, { version: 1 }, 1, Date.now(), 0.5);
			expect(choice === null || mentors.includes(choice.mentor)).toBe(true);
		},
		5000,
	);
});
