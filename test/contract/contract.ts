import { administrators, facts } from '../journeys/visitor.ts';
import type { WikiSession, WikiUnderTest } from '../support/wikiUnderTest.ts';

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

/** Creates the people of the contract on a wiki. */
export async function openContract(wiki: WikiUnderTest): Promise<Contract> {
	const administrator = { ...facts(40, 3), groups: administrators };
	await wiki.setPerson({ name: newcomerName, ...facts(3, 3) });
	await wiki.setPerson({ name: unknownRegistrationName, ...facts(900, null) });
	await wiki.setPerson({ name: administratorName, ...administrator });
	await wiki.setPerson({ name: otherAdministratorName, ...administrator });
	return {
		wiki,
		newcomer: await wiki.logIn(newcomerName),
		administrator: await wiki.logIn(administratorName),
		otherAdministrator: await wiki.logIn(otherAdministratorName),
		loggedOut: await wiki.logIn(null),
	};
}
