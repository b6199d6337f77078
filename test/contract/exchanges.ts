import { afterAll, beforeAll, describe } from 'vitest';
import type { WikiSession, WikiUnderTest } from '../support/wikiUnderTest.ts';
import { describeEditing } from './editing.ts';
import { describeOptions } from './options.ts';
import { describeReading } from './reading.ts';
import { describeRefusals } from './refusals.ts';

/** The people of the contract, each with a session of their own. */
export interface Contract {
	readonly wiki: WikiUnderTest;
	readonly newcomer: WikiSession;
	readonly administrator: WikiSession;
	readonly otherAdministrator: WikiSession;
	readonly loggedOut: WikiSession;
}

export const newcomerName = 'Contract newcomer';
export const unknownRegistrationName = 'Contract veteran';
const administratorName = 'Contract administrator';
const otherAdministratorName = 'Contract colleague';

const millisecondsPerDay = 86_400_000;

/**
 * Every exchange with the Action API that the gadget relies on where the wiki is MediaWiki alone:
 * the same keys, types and error codes, on whichever wiki it is run. Texts are the wiki's own.
 */
export function describeContract(startWiki: () => Promise<WikiUnderTest>): void {
	describe('the Action API', () => {
		let contract: Contract | null = null;
		const get = (): Contract => {
			if (contract === null) {
				throw new Error('The wiki has not started.');
			}
			return contract;
		};
		beforeAll(async () => {
			contract = await prepare(await startWiki());
		}, 120_000);
		afterAll(() => contract?.wiki.stop());

		describeReading(get);
		describeOptions(get);
		describeEditing(get);
		describeRefusals(get);
	});
}

async function prepare(wiki: WikiUnderTest): Promise<Contract> {
	const registration = new Date(Date.now() - 3 * millisecondsPerDay);
	const groups = ['sysop', 'interface-admin'];
	await wiki.setPerson({ name: newcomerName, editCount: 3, registration });
	await wiki.setPerson({ name: unknownRegistrationName, editCount: 900, registration: null });
	await wiki.setPerson({ name: administratorName, editCount: 40, registration, groups });
	await wiki.setPerson({ name: otherAdministratorName, editCount: 40, registration, groups });
	return {
		wiki,
		newcomer: await wiki.logIn(newcomerName),
		administrator: await wiki.logIn(administratorName),
		otherAdministrator: await wiki.logIn(otherAdministratorName),
		loggedOut: await wiki.logIn(null),
	};
}
