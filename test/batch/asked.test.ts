import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { saysAsked } from '../../server-mock/store/userOptions.ts';
import { holdsForAny } from '../support/property.ts';
import { createTestStore } from './testStore.ts';

const memory = fc.oneof(
	fc.constantFrom(null, '', '{', 'null', '{"version":2}', '{"askedAt":""}', '{"askedAt":0}'),
	fc
		.record(
			{
				version: fc.constantFrom(1, 2),
				askedAt: fc.constantFrom('2026-11-22T00:00:00Z', 5),
				graduatedAt: fc.constantFrom('2026-11-22T00:00:00Z', ''),
				pending: fc.constantFrom('graduation', 'sameMentor', 'nonsense'),
			},
			{ requiredKeys: [] },
		)
		.map((document) => JSON.stringify(document)),
);

test('whom the sweep takes for having asked is in step with the option, however it is written', () => {
	const { store, database, add } = createTestStore();
	const { id } = add({ name: 'Somebody' });
	const other = add({ name: 'Somebody else', memory: '{"askedAt":"2026"}' });
	const noted = database
		.prepare('select user_id, source from asked order by user_id, source')
		.raw();
	let yes = 0;
	holdsForAny(fc.array(memory, { minLength: 1, maxLength: 5 }), (texts) => {
		for (const text of texts) {
			store.userOptions.set(id, 'userjs-mentorship', text);
			store.userOptions.set(id, 'userjs-another', '{"askedAt":"2026"}');
			const rows = saysAsked(text) ? [[id, 'memory']] : [];
			yes += rows.length;
			expect(noted.all()).toEqual([...rows, [other.id, 'memory']]);
		}
	});
	expect(yes).toBeGreaterThan(100);
});

test('that a person enabled mentorship themselves outlives their option', () => {
	const { store, database, add } = createTestStore();
	const { id } = add({ name: 'Somebody' });
	store.mentees.noteAsked(id, true);
	store.mentees.noteAsked(id, true);
	store.userOptions.set(id, 'userjs-mentorship', '{"askedAt":"2026"}');
	store.userOptions.set(id, 'userjs-mentorship', null);
	expect(database.prepare('select source from asked').raw().all()).toEqual([['status']]);
});
