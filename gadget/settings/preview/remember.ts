/**
 * A function that gives its last result again for as long as it is called with the same things:
 * what is drawn is worked out anew only where it changes.
 */
export function remember<Inputs extends readonly unknown[], Result>(
	work: (...inputs: Inputs) => Result,
): (...inputs: Inputs) => Result {
	let last: { inputs: Inputs; result: Result } | null = null;
	return (...inputs) => {
		if (!last?.inputs.every((input, index) => Object.is(input, inputs[index]))) {
			last = { inputs, result: work(...inputs) };
		}
		return last.result;
	};
}
