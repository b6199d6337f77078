import { expect, test } from 'vitest';
import { describeGadgets, findCollision } from '../../gadget/build/descriptions.ts';

test('No description of a gadget is also the page that rewords a text', () => {
	expect(() => describeGadgets()).not.toThrow();
	expect(findCollision(['mentorship', 'mentorship-card'], ['card-title'])).toBeUndefined();
	expect(findCollision(['mentorship', 'mentorship-form-page'], ['cancel', 'form-page'])).toContain(
		'"form-page"',
	);
});
