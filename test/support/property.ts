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
	// Not `fc.assert`: the linter takes its asynchronous overload for the one in use.
	const outcome = fc.check(fc.property(arbitrary, check), { numRuns: runs });
	if (outcome.failed) {
		throw new Error(fc.defaultReportMessage(outcome), { cause: outcome.errorInstance });
	}
}
