import { afterAll, beforeAll, describe } from 'vitest';
import type { WikiUnderTest } from '../support/wikiUnderTest.ts';
import { type Contract, openContract } from './contract.ts';
import { describeEditing } from './editing.ts';
import { describeOptions } from './options.ts';
import { describeReading } from './reading.ts';
import { describeRefusals } from './refusals.ts';

/**
 * Every exchange with the Action API that the gadget relies on where the wiki is MediaWiki alone:
 * the same keys, types and error codes, on whichever wiki it is run. Texts are the wiki's own.
 */
export function describeContract(startWiki: () => Promise<WikiUnderTest>): void {
	describe('the Action API', () => {
		let contract: Contract;
		const get = () => contract;
		beforeAll(async () => {
			contract = await openContract(await startWiki());
		}, 120_000);
		afterAll(() => contract?.wiki.stop());

		describeReading(get);
		describeOptions(get);
		describeEditing(get);
		describeRefusals(get);
	});
}
