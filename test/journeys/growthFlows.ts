import type { Page } from 'playwright';
import { expect } from 'vitest';
import { settle } from '../support/settle.ts';
import { moduleOn } from './growthHomepage.ts';
import type { Step } from './growthSteps.ts';
import type { Visitor } from './visitor.ts';

/** The mentor whom the people of the flows have; one who is never drawn, so they got them by name. */
export const mentorBefore = 'Mentor3';

/** Generous, for a busy machine; nothing waits for it in vain. */
export const patience = { timeout: 15_000, interval: 50 };

/** What the wiki says of a person when a flow is over. */
export interface EndState {
	readonly status: string;
	readonly mentor: string | null;
	readonly pending: string | undefined;
	/** Public log entries about their mentor, since the flow began. */
	readonly logEntries: number;
}

/** A person at a computer. */
export interface Scene {
	readonly visitor: Visitor;
	readonly page: Page;
	/** The address of their Homepage. */
	readonly homepage: string;
}

/** Something that people go through on Special:Homepage, and what it takes. */
export interface Flow {
	readonly name: string;
	/** The gadget's requests in an undisturbed run, in their order. */
	readonly steps: readonly Step[];
	/** Those of them that are to go wrong: what `test/deep/faultMatrix` has not tried already. */
	readonly fragile: readonly Step[];
	/** Whether the person waits for those, and is told where they fail. */
	readonly isTold: boolean;
	readonly end: EndState;
	/** Brings a person in mentorship to where the flow begins. */
	prepare(scene: Scene): Promise<void>;
	run(scene: Scene): Promise<void>;
	/** Whether the person sees what they came for. */
	hasArrived(page: Page): Promise<boolean>;
}

const gettingMentorBack = {
	end: { status: 'enabled', mentor: mentorBefore, pending: undefined, logEntries: 1 },
	async run({ page }: Scene) {
		const { getMentor, confirm, alert } = moduleOn(page);
		await getMentor.click();
		await confirm.or(alert).first().waitFor();
		if ((await alert.count()) === 0) {
			await confirm.click();
		}
	},
	async hasArrived(page: Page) {
		const names = moduleOn(page).either.locator('.growthexperiments-homepage-mentorship-username');
		return (await names.allInnerTexts()).join() === mentorBefore;
	},
};

export const returnOnOurCard: Flow = {
	name: 'somebody opted out a moment ago gets their mentor back',
	steps: ['fresh memory', 'mentor’s name', 'state', 'mentor', 'stored state', 'memory: done'],
	fragile: ['state', 'mentor'],
	isTold: true,
	...gettingMentorBack,
	async prepare({ visitor, page, homepage }) {
		await page.goto(homepage);
		const isGraduated = async () => {
			const memory = await visitor.readMemory();
			return memory?.graduatedAt !== undefined && !memory.pending;
		};
		await expect.poll(isGraduated, patience).toBe(true);
	},
};

export const returnOnServersCard: Flow = {
	name: 'somebody opted out at an earlier visit gets their mentor back',
	steps: [
		'fresh memory',
		'mentor’s name',
		'texts',
		'state',
		'mentor',
		'mentor card',
		'stored state',
		'memory: done',
	],
	// A page of the wiki, which its API's faults leave alone.
	fragile: ['mentor card'],
	isTold: false,
	...gettingMentorBack,
	async prepare({ visitor, page, homepage }) {
		await visitor.session.post({ action: 'growthsetmenteestatus', state: 'optout' });
		await visitor.writeMemory({
			version: 1,
			mentor: { name: mentorBefore },
			graduatedAt: new Date().toISOString(),
		});
		await page.goto(homepage);
		// A press before the gadget is there is the extension's.
		await settle(page);
	},
};
