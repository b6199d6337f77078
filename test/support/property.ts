import * as fc from 'fast-check';

/**
 * Checks that something holds for any value of an arbitrary; fails with the smallest counterexample
 * and its seed.
 *
 * @param runs How many values are tried.
 */
export function holdsForAny<Value>(
	arbitrary: fc.Arbitrary<Value>,
	check: (value: Value) => void,
	runs = 1000,
): void {
	fc.assert(fc.property(arbitrary, check), { numRuns: runs });
}
