import type { Page } from 'playwright';
import type { User } from '../../../server-mock/store/users.ts';
import { homepage, moduleOn } from '../../journeys/growthHomepage.ts';
import { namedMentor } from '../../journeys/growthStage.ts';
import { on } from '../../journeys/visitor.ts';
import type { Lane } from '../../support/lane.ts';
import { settle } from '../../support/settle.ts';
import { type Journey, pressUnlessTold, type Scene } from './journey.ts';

const goThere = ({ lane, page }: Scene) => page.goto(lane.address(homepage));

/**
 * A person who left between being disabled and their mentor has no card: what was begun is finished
 * behind that page, and the next one has the card.
 */
async function comeBack(scene: Scene): Promise<void> {
	const wasDisabled = readState(scene.lane, scene.user).state === 'disabled';
	await goThere(scene);
	if (wasDisabled) {
		await settle(scene.page);
		await goThere(scene);
	}
}

async function openOptedOut(scene: Scene): Promise<void> {
	await goThere(scene);
	await moduleOn(scene.page).getMentor.waitFor();
	// The gadget has taken over the button when nothing is on its way any more.
	await settle(scene.page);
}

function readState(lane: Lane, user: User) {
	const { store } = lane;
	const mentor = store.mentees.mentorOf(user.id);
	return {
		state: store.mentees.stateOf(user.id),
		mentor: mentor === null ? null : store.users.byId(mentor)?.name,
		remembered: lane.memoryOf(user).mentor?.name,
		pending: lane.memoryOf(user).pending,
		logEntries: store.log.list({ title: `User:${user.name}` }, 10).length,
	};
}

async function namesOn(page: Page): Promise<string> {
	const names = moduleOn(page).either.locator('.growthexperiments-homepage-mentorship-username');
	return (await names.allInnerTexts()).join();
}

const graduation: Journey = {
	name: 'the rule opts an experienced editor out (growth)',
	thresholds: on,
	calls: [
		'query+allpages query+allmessages query+revisions',
		'query+growthmentorlist query+userinfo query+revisions',
		'expandtemplates expandtemplates+wikitext',
		'options',
		'growthsetmenteestatus',
		'options',
	],
	isSilent: true,
	prepare: (lane) => lane.enrollMentee(),
	visit: goThere,
	open: async () => undefined,
	async run(scene) {
		await goThere(scene);
		await moduleOn(scene.page).either.waitFor();
	},
	retry: async () => undefined,
	hasArrived: (page) => moduleOn(page).optedOut.isVisible(),
	isToBeDone: () => false,
	readEnd: readState,
	end: {
		state: 'optedOut',
		mentor: null,
		remembered: namedMentor,
		pending: undefined,
		logEntries: 0,
	},
};

async function ask(scene: Scene, label: string | null): Promise<void> {
	const { page } = scene;
	const { getMentor, confirm, dialog } = moduleOn(page);
	await getMentor.click();
	if (label !== null) {
		const choice = dialog.getByRole('radio', { name: label });
		await choice.or(page.getByRole('alert')).first().waitFor();
		if ((await choice.count()) > 0) {
			await choice.check();
		}
	}
	await pressUnlessTold(page, confirm);
}

const optIn: Journey = {
	name: 'an editor opted out gets their mentor back (growth)',
	thresholds: on,
	calls: [
		'query+growthmentorlist query+userinfo query+revisions',
		'expandtemplates expandtemplates+wikitext',
		'query+allpages query+allmessages query+revisions',
		'growthsetmenteestatus',
		'growthsetmentor',
		'query+userinfo',
		'options',
	],
	prepare(lane) {
		const user = lane.enroll('Experienced', true);
		lane.store.mentees.setState(user.id, 'optedOut');
		const graduatedAt = new Date().toISOString();
		lane.remember(user, { version: 1, mentor: { name: namedMentor }, graduatedAt });
		return user;
	},
	visit: comeBack,
	open: openOptedOut,
	run: (scene) => ask(scene, null),
	retry: (scene) => ask(scene, null),
	hasArrived: async (page) => (await namesOn(page)) === namedMentor,
	isToBeDone: (lane, user) => {
		const { state, pending } = readState(lane, user);
		return state === 'optedOut' && pending === undefined;
	},
	readEnd: readState,
	end: {
		state: 'enabled',
		mentor: namedMentor,
		remembered: namedMentor,
		pending: undefined,
		logEntries: 1,
	},
};

const otherMentor: Journey = {
	...optIn,
	name: 'an editor who opted out gets another mentor (growth)',
	thresholds: on,
	calls: [
		'query+growthmentorlist query+userinfo query+revisions',
		'expandtemplates expandtemplates+wikitext',
		'query+allpages query+allmessages query+revisions',
		'options',
		'growthsetmenteestatus',
		'expandtemplates expandtemplates+wikitext',
		'options',
	],
	prepare(lane) {
		const user = optIn.prepare(lane);
		lane.remember(user, { ...lane.memoryOf(user), askedAt: new Date().toISOString() });
		return user;
	},
	run: (scene) => ask(scene, 'Another mentor'),
	retry: (scene) => ask(scene, 'Another mentor'),
	hasArrived: async (page) => /^Mentor[12]$/.test(await namesOn(page)),
	readEnd(lane, user) {
		const { mentor, remembered, ...state } = readState(lane, user);
		const isAnother = mentor !== namedMentor && mentor === remembered;
		// The first one drawn may be kept: then there is nothing to tell the public.
		return { ...state, isAnother, logEntries: Math.max(state.logEntries, 1) };
	},
	end: { state: 'enabled', isAnother: true, pending: undefined, logEntries: 1 },
};

/** On GrowthExperiments' Homepage. */
export const growthJourneys: readonly Journey[] = [graduation, optIn, otherMentor];
