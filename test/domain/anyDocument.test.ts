import { expect, test } from 'vitest';
import { memoryOption, readMemory } from '../../gadget/domain/memory.ts';
import { chooseMentor, readMentors } from '../../gadget/domain/mentors.ts';
import { shouldGraduate } from '../../gadget/domain/rule.ts';
import { thresholdsPageSchema } from '../../gadget/domain/schema.ts';
import { readThresholds, thresholdsKey } from '../../gadget/domain/thresholds.ts';
import { anyDocument, anyHostileText, hostileTexts } from '../support/hostileTexts.ts';
import { holdsForAny } from '../support/property.ts';

const facts = { editCount: 1e9, registration: 0 };
const now = Date.now();
const fields = ['version', 'state', 'mentor', 'name', 'id', 'askedAt', 'graduatedAt', 'pending'];
const settings = [thresholdsKey, 'enabled', 'minEditcount', 'minTenureInDays'];
const mentorFields = ['Mentors', 'username', 'message', 'weight', 'awayTimestamp'];

test(`whatever the option ${memoryOption} holds is read, or left alone`, () => {
	const check = (text: string) => {
		const memory = readMemory(text);
		expect(memory?.version ?? 1).toBe(1);
		expect(Object.getPrototypeOf(memory ?? {})).toBe(Object.prototype);
	};
	holdsForAny(anyHostileText, check, 500);
	holdsForAny(
		anyDocument(fields).map((value) => JSON.stringify(value)),
		check,
		3000,
	);
	expect(Object({}).askedAt).toBeUndefined();
});

test.each(Object.entries(hostileTexts))('an option with %s says nothing', (_what, text) => {
	expect(readMemory(text)).toEqual({ version: 1 });
});

test('whatever the configuration page holds, the rule is on only where its schema says so', () => {
	holdsForAny(
		anyDocument(settings),
		(page) => {
			const parsed = thresholdsPageSchema.safeParse(page);
			const isOn = parsed.success && parsed.data[thresholdsKey].enabled;
			const thresholds = readThresholds(page);
			const isOut = thresholds && shouldGraduate('enabled', false, facts, thresholds, now);
			expect(isOn || !isOut).toBe(true);
			expect(readThresholds(page) !== null).toBe(parsed.success);
		},
		5000,
	);
	expect(Object({})[thresholdsKey]).toBeUndefined();
});

test('whatever the list of mentors holds, whoever is drawn is somebody on it', () => {
	holdsForAny(
		anyDocument(mentorFields),
		(page) => {
			const mentors = readMentors(page);
			for (const { id, name, message, weight } of mentors) {
				expect(Number.isInteger(id) && id > 0).toBe(true);
				expect(name !== '' || weight === 0).toBe(true);
				expect(message === null || typeof message === 'string').toBe(true);
				expect([0, 1, 2, 4]).toContain(weight);
			}
			const choice = chooseMentor(mentors, { version: 1 }, 1, now, 0.5);
			expect(choice === null || mentors.includes(choice.mentor)).toBe(true);
		},
		5000,
	);
});
