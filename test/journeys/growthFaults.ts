import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import type { WikiSession } from '../support/wikiUnderTest.ts';
import { type Fault, faults, outwaitTheGadget } from './faults.ts';
import {
	type EndState,
	type Flow,
	mentorBefore,
	patience,
	returnOnOurCard,
	returnOnServersCard,
	type Scene,
} from './growthFlows.ts';
import { mentorOf, moduleOn, statusOf } from './growthHomepage.ts';
import { breakStep, listSteps, type Step } from './growthSteps.ts';
import type { PreparedWiki } from './preparedWiki.ts';
import {
	configuration,
	configurationTitle,
	facts,
	freshName,
	on,
	pageAddress,
	type Visitor,
	visit,
} from './visitor.ts';

const flows = [returnOnOurCard, returnOnServersCard];

/** On Special:Homepage: what goes wrong with other requests than those that the matrix of faults has. */
export function describeGrowthFaults(prepare: () => Promise<PreparedWiki>): void {
	let prepared: PreparedWiki;
	let browser: Browser;
	let loggedOut: WikiSession;
	/** Everybody's other computer: what it keeps, it keeps by person. */
	let otherPage: Page;

	beforeAll(async () => {
		[prepared, browser] = await Promise.all([prepare(), launchChromium()]);
		await prepared.wiki.savePage(configurationTitle, configuration(on));
		loggedOut = await prepared.wiki.logIn(null);
		otherPage = await browser.newPage();
	});
	afterAll(async () => {
		await Promise.all([prepared?.wiki.stop(), browser?.close()]);
	});

	/** An experienced editor with the mentor who is never drawn, where the flow begins. */
	async function begin(flow: Flow, fault?: Fault): Promise<Scene> {
		const { wiki } = prepared;
		const person = { name: freshName('Experienced'), ...facts(600, 400) };
		const visitor = await visit(wiki, browser, person);
		const change = { mentee: visitor.name, mentor: mentorBefore };
		await visitor.session.post({ action: 'growthsetmentor', ...change });
		const page = await visitor.context.newPage();
		if (fault === 'hang') {
			await page.clock.install();
		}
		const homepage = pageAddress(wiki, 'Special:Homepage', { useskin: 'vector-2022' });
		const scene = { visitor, page, homepage };
		await flow.prepare(scene);
		return scene;
	}

	/** The flow, up to what the person sees after one of its requests has gone wrong. */
	async function beginAndBreak(flow: Flow, step: Step, fault: Fault): Promise<Scene> {
		const scene = await begin(flow, fault);
		const broken = await breakStep(scene.page, step, fault);
		const running = flow.run(scene);
		await expect.poll(broken.happened, patience).toBe(true);
		if (fault === 'hang') {
			await outwaitTheGadget(scene.page);
		}
		await running;
		await expectHonesty(flow, scene);
		return scene;
	}

	async function readState({ name, session, readMemory }: Visitor): Promise<EndState> {
		const [status, mentor, memory, logEntries] = await Promise.all([
			statusOf(session),
			mentorOf(loggedOut, name, prepared.mentors),
			readMemory(),
			countLogEntries(loggedOut, name),
		]);
		// One is from when they got the mentor whom they have as the flow begins.
		return { status, mentor, pending: memory?.pending, logEntries: logEntries - 1 };
	}

	async function expectEnd(flow: Flow, { visitor, page }: Scene): Promise<void> {
		await expect.poll(() => readState(visitor), patience).toEqual(flow.end);
		await expect.poll(() => flow.hasArrived(page), patience).toBe(true);
	}

	/**
	 * The next visit, on another computer: what the wiki remembers as begun is finished without a
	 * word; where nothing had reached the wiki, the person does it once more.
	 */
	async function expectEndOnReturn(flow: Flow, { visitor, homepage }: Scene): Promise<void> {
		const cookies = visitor.session.cookies.map((cookie) => ({ ...cookie, url: homepage }));
		await otherPage.context().clearCookies();
		await otherPage.context().addCookies(cookies);
		const { status, pending } = await readState(visitor);
		const scene = { visitor, page: otherPage, homepage };
		await otherPage.goto(homepage);
		if (status === 'optout' && !pending) {
			await flow.run(scene);
		}
		await expect.poll(() => readState(visitor), patience).toEqual(flow.end);
		if (status === 'disabled') {
			// Between the two steps of the way back the server draws no module, so none shows here either.
			await otherPage.goto(homepage);
		}
		await expectEnd(flow, scene);
	}

	/** The person is told in a sentence what went wrong, where they wait for it; or has what they wanted. */
	async function expectHonesty(flow: Flow, { page }: Scene): Promise<void> {
		if (flow.isTold) {
			const { alert } = moduleOn(page);
			await alert.waitFor();
			expect(await alert.innerText()).toMatch(/^The wiki .*[Tt]ry again/);
		} else {
			await expect.poll(() => flow.hasArrived(page), patience).toBe(true);
		}
	}

	describe.each(flows)('$name', (flow) => {
		test('makes the requests that the faults below are tried on', async () => {
			const scene = await begin(flow);
			const steps = listSteps(scene.page);
			await flow.run(scene);
			await expectEnd(flow, scene);
			expect(steps).toEqual(flow.steps);
			await scene.visitor.context.close();
		});

		const cases = flow.fragile.flatMap((step) => faults.map((fault) => [step, fault] as const));

		test.each(cases)('is finished though at: %s there is: %s', async (step, fault) => {
			const scene = await beginAndBreak(flow, step, fault);
			if (flow.isTold) {
				await flow.run(scene);
				await expectEnd(flow, scene);
				expect(await moduleOn(scene.page).alert.count()).toBe(0);
			}
			await scene.visitor.context.close();
			await expectEndOnReturn(flow, scene);
		});
	});
}

async function countLogEntries(session: WikiSession, name: string): Promise<number> {
	const letitle = `User:${name}`;
	const letype = 'growthexperiments';
	const answer = await session.get({ action: 'query', list: 'logevents', letitle, letype });
	const entries: readonly unknown[] = Object(answer).query.logevents;
	return entries.length;
}
