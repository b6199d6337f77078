import * as fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
	defaultThresholds,
	thresholdsKey,
	thresholdsThatCount,
} from '../../gadget/domain/thresholds.ts';
import { explainFailure } from '../../gadget/hosts/failure.ts';
import { createGrowthHost } from '../../gadget/hosts/growth/host.ts';
import { createPlainHost } from '../../gadget/hosts/plain/host.ts';
import english from '../../gadget/i18n/en.json';
import { createMenteeSource } from '../../gadget/scan/mentees.ts';
import type { ApiParameters, WikiApi } from '../../gadget/wiki/api.ts';
import { keepExtensionPage } from '../../gadget/wiki/countingThresholds.ts';
import { createGrowthApi } from '../../gadget/wiki/growthApi.ts';
import { stateOption } from '../../gadget/wiki/growthState.ts';
import { bringTexts } from '../../gadget/wiki/texts.ts';
import { createThresholdsPage } from '../../gadget/wiki/thresholdsPage.ts';
import { storageOfMediaWiki, stubStorage } from '../support/browserStorage.ts';
import { anyDocument } from '../support/hostileTexts.ts';
import { thresholdsSchema } from '../support/schemas.ts';

const names = [
	...['query', 'pages', 'revisions', 'slots', 'main', 'content', 'userinfo', 'options', 'users'],
	...[
		'name',
		'editcount',
		'usercontribs',
		'timestamp',
		'curtimestamp',
		'expandtemplates',
		'wikitext',
	],
	...['growthmentorlist', 'username', 'weight', 'growthmentormentee', 'mentees', 'id', 'warnings'],
	...['edit', 'result', 'newrevid', 'allusers', 'continue', 'aufrom', 'rights', 'errors', 'title'],
	...['userjs-mentorship', thresholdsKey, 'enabled', 'minEditcount', 'minTenureInDays'],
];
const anyAnswer = anyDocument(names);
const runs = 1000;

beforeEach(() => {
	const values: Readonly<Record<string, unknown>> = { wgVersion: '1.45.0', wgDBname: 'wiki' };
	vi.stubGlobal('mw', {
		log: Object.assign(() => undefined, { warn: () => undefined }),
		util: { getUrl: (title: string) => `/wiki/${title}` },
		user: { options: { get: () => null, set: () => undefined } },
		config: { get: (key?: string) => (key === undefined ? values : (values[key] ?? null)) },
		storage: storageOfMediaWiki,
		messages: { set: () => undefined },
		message: () => ({ text: () => '' }),
		requestIdleCallback: (work: () => unknown) => work(),
		language: { getFallbackLanguageChain: () => ['de', 'en'] },
	});
	stubStorage();
});
const apiOf = (answer: unknown): WikiApi => ({
	get: async <Answer>() => answer as Answer,
	post: async <Answer>() => answer as Answer,
});

/** It ends, and where it fails there is a sentence for the person. */
async function expectSentence(work: Promise<unknown>): Promise<void> {
	try {
		await work;
	} catch (error) {
		expect(Object.keys(english)).toContain(explainFailure(error).key);
	}
}

function holdsForAnyAnswer(check: (answer: unknown) => Promise<void>): Promise<void> {
	return fc.assert(fc.asyncProperty(anyAnswer, check), { numRuns: runs });
}

const plainHostOn = (answer: unknown) =>
	createPlainHost({
		api: apiOf(answer),
		ownId: 1,
		memory: { version: 1, mentor: { id: 7, name: 'Mentor' } },
		random: () => 0.5,
	});

describe('whatever the API answers', () => {
	test('the plain host shows a mentor, or there is a sentence', async () => {
		const shown: unknown[] = [];
		await holdsForAnyAnswer(async (answer) => {
			const host = plainHostOn(answer);
			await expectSentence(host.followMentor((mentor) => shown.push(mentor.message)));
			await expectSentence(host.getMentor('differentMentor'));
			await expectSentence(host.optOut());
		});
		expect(shown.every((message) => message == null || typeof message === 'string')).toBe(true);
	});

	test('the growth host opts out only a person whom the wiki calls enabled', async () => {
		await holdsForAnyAnswer(async (answer) => {
			const optedOut: unknown[] = [];
			const api: WikiApi = {
				get: async <Answer>() => answer as Answer,
				post: async <Answer>({ state }: ApiParameters) => {
					optedOut.push(...(state === 'optout' ? [state] : []));
					return answer as Answer;
				},
			};
			const host = createGrowthHost({
				growth: createGrowthApi(api, 'Person', { version: '1.45.0', hasExtension: true }, answer),
				ownId: 1,
				situation: {
					gadget: 'growth',
					isPlace: true,
					mentee: { editCount: 600, registration: null },
					state: 'enabled',
					isExplicit: false,
					memory: { version: 1, mentor: { name: 'Before' } },
					counting: undefined,
					hasOwnRule: true,
					wasRefused: false,
				},
				mentorOnPage: 'Before',
				noteTried: () => undefined,
				random: () => 0.5,
				log: () => undefined,
			});
			await expectSentence(host.act(() => undefined));
			const state: unknown = Object(answer)?.query?.userinfo?.options?.[stateOption];
			expect(optedOut.length === 0 || Number(state) === 1).toBe(true);
			await expectSentence(host.getMentor('differentMentor'));
		});
	});

	test('the wiki’s own thresholds are on only where their page says so', async () => {
		const wiki = { version: '1.45.0', hasExtension: true };
		await holdsForAnyAnswer(async (page) => {
			const content = JSON.stringify(page);
			const found = keepExtensionPage({ revisions: [{ slots: { main: { content } } }] });
			const { owner, thresholds } = thresholdsThatCount(wiki, null, found);
			const block: unknown = Object(page)[thresholdsKey];
			expect(owner).toBe(block === undefined && page !== null ? 'gadget' : 'extension');
			const whole = { ...defaultThresholds, ...Object(block) };
			const isRight = thresholdsSchema.safeParse(whole).success;
			expect(thresholds !== null && owner === 'extension').toBe(
				isRight && owner === 'extension' && page !== null,
			);
		});
	});

	test('texts are texts, whatever the wiki and the browser keep', async () => {
		const texts = anyDocument([...Object.keys(english).slice(0, 20), 'toString', 'texts', 'time']);
		const title = 'MediaWiki:Gadget-mentorship-card-de.json';
		await fc.assert(
			fc.asyncProperty(texts, texts, anyAnswer, async (page, kept, other) => {
				const laid: unknown[] = [];
				Object.assign(mw.messages, { set: (_key: string, text: unknown) => laid.push(text) });
				Object.assign(mw.storage, { getObject: () => kept });
				const content = JSON.stringify(page);
				const revisions = [{ slots: { main: { content } } }];
				const answer = { query: { pages: [{ title, revisions }], allpages: [] } };
				await bringTexts(apiOf(answer), 'card', english, () => undefined);
				await bringTexts(apiOf(other), 'card', english, () => undefined);
				expect(laid.every((text) => typeof text === 'string')).toBe(true);
			}),
			{ numRuns: runs },
		);
	});

	test.each([
		{ version: '1.43.9', hasExtension: false },
		{ version: '1.45.0', hasExtension: true },
	])('the form loads, saves, or there is a sentence (%o)', async (wiki) => {
		await holdsForAnyAnswer(async (answer) => {
			const page = createThresholdsPage(apiOf(answer), wiki, 'Me');
			await expectSentence(page.load());
			await expectSentence(page.save('{}', '', null));
			await expectSentence(page.findEditors());
			await expectSentence(page.findHandover());
		});
	});

	test('the scan goes on, or there is a sentence', async () => {
		const { signal } = new AbortController();
		await holdsForAnyAnswer(async (answer) => {
			const source = createMenteeSource({ get: async <Answer>() => answer as Answer });
			await expectSentence(source.findMentors(signal));
			await expectSentence(source.findBatchSize(signal));
			await expectSentence(source.countActiveEditors(signal));
			await expectSentence(source.lookUp({ ids: [1], mentors: [0] }, signal));
			await expectSentence(source.findActiveEditors('', 50, signal));
		});
	});
});
