import type { Page } from 'playwright';
import type { ExpectStatic } from 'vitest';
import { type Fault, faults } from '../../../server-mock/faults.ts';
import { outwaitTheGadget } from '../../journeys/faults.ts';
import { oneOfEachClass } from '../../support/faultClasses.ts';
import type { Lane } from '../../support/lane.ts';
import { patience } from '../../support/patience.ts';
import type { Journey, Scene } from './journey.ts';
import { sentences } from './sentences.ts';

/** What people do when they are told that something went wrong. */
export type Reaction = 'tries again' | 'leaves';

export interface Combination {
	readonly journey: Journey;
	/** Which of its calls goes wrong: 1 is the first. */
	readonly call: number;
	readonly fault: Fault;
	/** Every call from that one on. */
	readonly isLasting: boolean;
	readonly reaction: Reaction;
}

/** In milliseconds: a person who leaves the page waits for nothing on it. */
const briefly = 5000;

/** Of what the wiki cannot tell apart, one is enough for those who leave. */
const leaving: readonly Fault[] = ['cut-before', 'cut-after'];

/** `FAULTS=all` tries each by itself; otherwise one stands for those that the gadget cannot tell apart. */
export const areAllTried = process.env.FAULTS === 'all';

/**
 * Everything to be tried on a journey. A person blocked may get a mentor, but not choose one: that
 * ends otherwise, and is tried in `growthHostMentor.test.ts`.
 */
export function combinationsOf(journey: Journey): Combination[] {
	return journey.calls.flatMap((module, index) => {
		const one = { journey, call: index + 1, isLasting: false };
		const tried = areAllTried ? faults : oneOfEachClass(journey.isPatient === true);
		const possible = tried.filter((fault) => fault !== 'blocked' || module !== 'growthsetmentor');
		return [
			...possible.map((fault) => ({ ...one, fault, reaction: 'tries again' as const })),
			...(journey.isSilent ? [] : leaving).map((fault) => ({
				...one,
				fault,
				reaction: 'leaves' as const,
			})),
			{ ...one, fault: 'badtoken' as const, isLasting: true, reaction: 'leaves' as const },
		];
	});
}

export function describeCombination(combination: Combination): string {
	const { journey, call, fault, isLasting, reaction } = combination;
	const which = isLasting ? `from call ${call} on` : `call ${call} (${journey.calls[call - 1]})`;
	return `${journey.name}, ${which}: ${fault}, and the person ${reaction}`;
}

/** Goes through it. @throws AssertionError where the person is told nothing, or the end is wrong */
export async function tryCombination(
	lane: Lane,
	combination: Combination,
	expect: ExpectStatic,
): Promise<void> {
	const { journey, call, fault, isLasting, reaction } = combination;
	lane.configure(journey.thresholds);
	const user = journey.prepare(lane);
	const page = await lane.openTab(user);
	const scene = { lane, user, page };
	await journey.open(scene);
	page.setDefaultTimeout(fault === 'hang-after' ? briefly : patience.timeout);
	const broken = callTo(journey.calls, call);
	lane.order([{ ...broken, isLasting, fault }]);
	const running = journey.run(scene);
	const made = () => lane.calls().filter((modules) => isTo(modules, broken.module)).length;
	await expect.poll(made, patience).toBeGreaterThanOrEqual(broken.call);
	if (fault === 'hang-after') {
		await page.goto('about:blank');
		await Promise.allSettled([running]);
	} else {
		await expectHonesty(scene, running, combination, expect);
		if (reaction === 'tries again' && !(await hasArrived(scene, journey))) {
			await retry(scene, journey, expect);
		}
	}
	lane.order([]);
	await visitAgain(scene, journey, expect);
}

/** Which texts are asked for with, too, now and then. */
const ofTexts = ['query+allpages', 'query+revisions'];

/** A journey's call as the first, second … to one of its modules: other scripts make calls as well. */
function callTo(calls: readonly string[], call: number): { module: string; call: number } {
	const modules = calls[call - 1]?.split(' ') ?? [];
	const module = modules.find((one) => !ofTexts.includes(one)) ?? '';
	return { module, call: calls.slice(0, call).filter((modules) => isTo(modules, module)).length };
}

function isTo(modules: string, module: string): boolean {
	return modules.split(' ').includes(module);
}

async function hasArrived({ page }: Scene, journey: Journey): Promise<boolean> {
	return journey.isSilent === true || journey.hasArrived(page);
}

/** The person has what they wanted, or is told what is true in a sentence, or was waiting for nothing. */
async function expectHonesty(
	scene: Scene,
	running: Promise<void>,
	{ journey, fault }: Combination,
	expect: ExpectStatic,
): Promise<void> {
	const { page } = scene;
	const alert = page.getByRole('alert');
	if (fault === 'hang') {
		await outwaitTheGadget(page);
	}
	await running;
	const isTold = async () => {
		await outwaitTheWiki(page, journey);
		return (await hasArrived(scene, journey)) || (await alert.count()) > 0;
	};
	await expect.poll(isTold, patience).toBe(true);
	if ((await alert.count()) > 0) {
		expect((await alert.allInnerTexts()).join()).toContain(sentences[fault] ?? 'nothing');
	}
}

/** A busy wiki is asked again after some seconds, which the page says. */
async function outwaitTheWiki(page: Page, { isPatient }: Journey): Promise<void> {
	if (isPatient && (await page.getByText('The wiki is busy. Going on in').count()) > 0) {
		await page.clock.fastForward(10_000);
	}
}

async function retry(scene: Scene, journey: Journey, expect: ExpectStatic): Promise<void> {
	await journey.retry(scene);
	await expect.poll(() => journey.hasArrived(scene.page), patience).toBe(true);
	expect(await scene.page.getByRole('alert').count()).toBe(0);
}

/** The next visit, undisturbed, ends as an undisturbed first one; nothing was done twice in public. */
async function visitAgain(scene: Scene, journey: Journey, expect: ExpectStatic): Promise<void> {
	const { lane, user } = scene;
	// Where a scan is, only the browser knows that did it.
	const page = journey.isPatient ? scene.page : await lane.openElsewhere(user);
	const again = { lane, user, page };
	if (journey.isToBeDone(lane, user)) {
		await journey.open(again);
		await journey.run(again);
	} else {
		await journey.visit(again);
	}
	await expect.poll(() => journey.readEnd(lane, user), patience).toEqual(journey.end);
	await expect.poll(() => journey.hasArrived(page), patience).toBe(true);
}
