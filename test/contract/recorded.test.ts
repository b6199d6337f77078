import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoWiki } from '../support/demoWiki.ts';
import type { WikiUnderTest } from '../support/wikiUnderTest.ts';
import { type Exchange, exchanges, type Setting } from './recordedExchanges.ts';
import recordedShapes from './recordedShapes.json' with { type: 'json' };
import { type Shape, shapeOf } from './shape.ts';

/*
 * The demo wiki against recordings of two MediaWikis with GrowthExperiments: where those cannot be
 * run, their answers' shapes are what the demo is held to.
 */

let people = 0;

async function prepare(wiki: WikiUnderTest): Promise<Setting> {
	people += 1;
	const name = `Recorded ${people}`;
	await wiki.setPerson({ name, editCount: 600, registration: new Date(0) });
	const mentee = await wiki.logIn(name);
	const administrator = await wiki.logIn('Ada Administrator');
	const mentor = 'Miriam Mentor';
	await administrator.post({ action: 'growthsetmentor', mentee: name, mentor });
	return { wiki, mentee, name, administrator, loggedOut: await wiki.logIn(null) };
}

/** A recording has only the options about mentorship. */
function keepRecordedOptions(answer: unknown, recorded: Shape | undefined): unknown {
	const options = optionsOf(answer);
	const names = Object.keys(optionsOf(recorded) ?? {});
	if (options === undefined) {
		return answer;
	}
	const kept = Object.entries(options).filter(([name]) => names.includes(name));
	const { query } = Object(answer);
	const userinfo = { ...query.userinfo, options: Object.fromEntries(kept) };
	return { ...Object(answer), query: { ...query, userinfo } };
}

function optionsOf(answer: unknown): object | undefined {
	const { query } = Object(answer) as { query?: { userinfo?: { options?: object } } };
	return query?.userinfo?.options;
}

describe.each(['1.43', '1.45'] as const)('as MediaWiki %s', (version) => {
	let wiki: WikiUnderTest;
	beforeAll(async () => {
		wiki = await startDemoWiki({ version });
	});
	afterAll(() => wiki.stop());
	const recorded: ReadonlyMap<string, Shape> = new Map(Object.entries(recordedShapes[version]));

	test.each<[string, Exchange]>(Object.entries(exchanges[version]))(
		'answers as recorded: %s',
		async (name, exchange) => {
			const shape = recorded.get(name);
			const answer = await exchange(await prepare(wiki));
			expect(shapeOf(keepRecordedOptions(answer, shape))).toEqual(shape);
		},
	);
});
