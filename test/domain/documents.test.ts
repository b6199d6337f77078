import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Memory, readMemory } from '../../gadget/domain/memory.ts';
import { memorySchema, thresholdsPageSchema } from '../../gadget/domain/schema.ts';
import {
	defaultThresholds,
	readThresholds,
	thresholdsKey,
} from '../../gadget/domain/thresholds.ts';
import { holdsForAny } from '../support/property.ts';

const aboutThreshold = fc.oneof(
	fc.constantFrom(
		0,
		-0,
		1,
		500,
		1e9,
		1e9 + 1,
		-1,
		0.5,
		Number.NaN,
		Number.POSITIVE_INFINITY,
		'500',
		null,
	),
	fc.integer(),
	fc.double(),
);
const aboutBlock = fc.oneof(
	fc.anything(),
	fc.record(
		{
			enabled: fc.oneof(fc.boolean(), fc.constantFrom(1, 'true', null)),
			minEditcount: aboutThreshold,
			minTenureInDays: aboutThreshold,
			another: fc.anything(),
		},
		{ requiredKeys: [] },
	),
);
const aboutPage = fc.oneof(
	fc.anything(),
	aboutBlock.map((block) => ({ [thresholdsKey]: block, another: 1 })),
);

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null');

describe('readThresholds', () => {
	test('is the zod schema, for any page of JSON', () => {
		holdsForAny(
			aboutPage.map(asJson),
			(page) => {
				const read = readThresholds(page);
				expect(read !== null).toBe(thresholdsPageSchema.safeParse(page).success);
			},
			2000,
		);
	});

	test.each([
		['a missing block', {}],
		['a missing key', { enabled: true, minEditcount: 500 }],
		['a number as text', { enabled: true, minEditcount: '500', minTenureInDays: 30 }],
		['a number that is not whole', { enabled: true, minEditcount: 500, minTenureInDays: 30.5 }],
		['a negative number', { enabled: true, minEditcount: -1, minTenureInDays: 30 }],
		[
			'more than a thousand million',
			{ enabled: true, minEditcount: 1_000_000_001, minTenureInDays: 30 },
		],
		['enabled as text', { enabled: 'true', minEditcount: 500, minTenureInDays: 30 }],
	])('reads nothing given %s', (_what, block) => {
		expect(readThresholds({ [thresholdsKey]: block })).toBeNull();
	});

	test('reads the block, other keys beside it', () => {
		expect(readThresholds({ other: true, [thresholdsKey]: defaultThresholds })).toEqual({
			enabled: false,
			minEditcount: 500,
			minTenureInDays: 30,
		});
	});
});

const aboutMemory = fc.oneof(
	fc.anything(),
	fc.record(
		{
			version: fc.constantFrom(1, 2, '2', 0, null),
			state: fc.constantFrom('optedOut', 'enabled', 1),
			mentor: fc.oneof(
				fc.anything(),
				fc.record({ name: fc.string(), id: fc.integer() }, { requiredKeys: ['name'] }),
			),
			graduatedAt: fc.oneof(fc.string(), fc.anything()),
			unstoredAt: fc.oneof(fc.string(), fc.anything()),
			askedAt: fc.oneof(fc.string(), fc.anything()),
			pending: fc.constantFrom('graduation', 'sameMentor', 'differentMentor', 'else', true),
		},
		{ requiredKeys: [] },
	),
);
const aboutText = fc.oneof(
	fc.string(),
	fc.constantFrom(null, undefined, 5),
	aboutMemory.map((value) => JSON.stringify(value)),
);

describe('readMemory', () => {
	test('reads what the schema allows, for any text', () => {
		holdsForAny(
			aboutText,
			(text) => {
				const memory = readMemory(text);
				expect(memory === null || memorySchema.safeParse(memory).success).toBe(true);
			},
			2000,
		);
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

	test('leaves a newer document alone', () => {
		expect(readMemory('{"version":2,"askedAt":"x"}')).toBeNull();
	});

	test('still knows that somebody asked, given the rest is damaged', () => {
		expect(readMemory('{"version":1,"askedAt":"2026","mentor":{"name":5},"pending":"?"}')).toEqual({
			version: 1,
			askedAt: '2026',
		});
	});
});
