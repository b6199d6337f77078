import type { Page } from 'playwright';
import type { User } from '../../../server-mock/store/users.ts';
import { askOnCard, cardOn } from '../../journeys/card.ts';
import { mentorNamed } from '../../journeys/preparedWiki.ts';
import { newcomersPage, on } from '../../journeys/visitor.ts';
import type { Lane } from '../../support/lane.ts';
import { type Journey, pressUnlessTold, type Scene } from './journey.ts';

const goThere = ({ lane, page }: Scene) => page.goto(lane.address(newcomersPage));

async function openAndWait(scene: Scene): Promise<void> {
	await goThere(scene);
	await cardOn(scene.page).anyHeading.waitFor();
}

const showsMentor = async (page: Page): Promise<boolean> =>
	(await cardOn(page).mentorName.count()) === 1;

/** Presses what the alert is beside. */
async function tryAgain({ page }: Scene): Promise<void> {
	await page.getByRole('button', { name: 'Try again' }).click();
}

function readState(lane: Lane, user: User) {
	const { state, mentor, pending, askedAt } = lane.memoryOf(user);
	return {
		state,
		mentor: mentor?.name,
		pending,
		hasAsked: askedAt !== undefined,
		logEntries: lane.store.log.list({ title: `User:${user.name}` }, 10).length,
	};
}

const quiet = { pending: undefined, logEntries: 0 };

const firstMentor: Journey = {
	name: 'a newcomer gets a first mentor (plain)',
	thresholds: on,
	calls: ['query+userinfo query+revisions', 'query+users query+usercontribs', 'options'],
	prepare: (lane) => lane.enroll('Newcomer', false),
	visit: goThere,
	open: async () => undefined,
	run: openAndWait,
	retry: tryAgain,
	hasArrived: showsMentor,
	isToBeDone: () => false,
	readEnd: (lane, user) => ({
		...readState(lane, user),
		mentor: lane.memoryOf(user).mentor !== undefined,
	}),
	end: { ...quiet, state: undefined, mentor: true, hasAsked: false },
};

const optIn: Journey = {
	name: 'an editor opted out gets their mentor back (plain)',
	thresholds: on,
	// The first is the dialog's: who would come back.
	calls: ['query+users query+usercontribs query+revisions', ...firstMentor.calls],
	prepare(lane) {
		const user = lane.enroll('Experienced', true);
		lane.remember(user, { version: 1, mentor: mentorNamed(lane.prepared, 'Mentor3') });
		return user;
	},
	visit: goThere,
	open: openAndWait,
	run: ({ page }) => askOnCard(page),
	retry: tryAgain,
	hasArrived: showsMentor,
	isToBeDone: (lane, user) => lane.memoryOf(user).askedAt === undefined,
	readEnd: readState,
	end: { ...quiet, state: undefined, mentor: 'Mentor3', hasAsked: true },
};

const otherMentor: Journey = {
	...optIn,
	name: 'an editor who opted out gets another mentor (plain)',
	prepare(lane) {
		const user = lane.enroll('Opted out', false);
		const mentor = mentorNamed(lane.prepared, 'Mentor3');
		lane.remember(user, { version: 1, state: 'optedOut', mentor });
		return user;
	},
	run: ({ page }) => askOnCard(page, 'Another mentor'),
	readEnd(lane, user) {
		const state = readState(lane, user);
		return { ...state, mentor: state.mentor !== 'Mentor3' };
	},
	end: { ...quiet, state: undefined, mentor: true, hasAsked: true },
};

const optOut: Journey = {
	name: 'a mentee opts out by hand (plain)',
	thresholds: on,
	calls: ['query+users query+usercontribs query+revisions', 'query+userinfo', 'options'],
	prepare(lane) {
		const user = lane.enroll('Mentee', false);
		lane.remember(user, { version: 1, mentor: mentorNamed(lane.prepared, 'Mentor1') });
		return user;
	},
	visit: goThere,
	open: async () => undefined,
	async run(scene) {
		const { menu, optOut, confirm } = cardOn(scene.page);
		await openAndWait(scene);
		if (await pressUnlessTold(scene.page, menu)) {
			await optOut.click();
			await confirm.click();
		}
	},
	retry: tryAgain,
	hasArrived: async (page) => (await cardOn(page).optedOut.count()) === 1,
	isToBeDone: (lane, user) => lane.memoryOf(user).state !== 'optedOut',
	readEnd: readState,
	end: { ...quiet, state: 'optedOut', mentor: 'Mentor1', hasAsked: false },
};

/** On MediaWiki alone. */
export const plainJourneys: readonly Journey[] = [firstMentor, optIn, otherMentor, optOut];
