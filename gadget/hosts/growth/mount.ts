import { readMemory } from '../../domain/memory.ts';
import { decideTask, isToGraduate, type Situation } from '../../domain/rule.ts';
import { hasOwnRule } from '../../domain/thresholds.ts';
import { createWikiApi } from '../../wiki/api.ts';
import { askToConfirm } from '../../wiki/confirm.ts';
import { createGrowthApi } from '../../wiki/growthApi.ts';
import { readState, stateOption } from '../../wiki/growthState.ts';
import { bringGrowthTexts } from '../../wiki/growthTexts.ts';
import type { Opening } from '../../wiki/hostGadget.ts';
import { connectMentorScripts, loadMentorScripts, nameMenu } from '../../wiki/mentorScripts.ts';
import { text } from '../../wiki/messages.ts';
import { readOwnMemory } from '../../wiki/ownMemory.ts';
import { log, readOption } from '../../wiki/page.ts';
import { fetchPageAnew, readMentorOnPage } from '../../wiki/serverHomepage.ts';
import { noteTried, wasTried } from '../../wiki/tried.ts';
import { createHomepageView } from './homepageView.ts';
import { createGrowthHost } from './host.ts';
import { takeOverOptInButton } from './optInButton.ts';
import { createVisit } from './visit.ts';

/** The hidden gadget "mentorship-growth": the rule where GrowthExperiments keeps state and mentor. */
export async function mount(opening: Opening): Promise<void> {
	const { person, place, wiki, counting, gadgetPage } = opening;
	const memory = readMemory(readOwnMemory());
	if (!memory) {
		// A newer version of the gadget wrote it: what it began is not ours to go on with. The loader
		// hides nothing where something is remembered.
		return;
	}
	const ownRule = hasOwnRule(wiki);
	const situation: Situation = {
		gadget: 'growth',
		isPlace: !!place,
		mentee: person,
		...readState(readOption(stateOption), ownRule),
		memory,
		counting,
		hasOwnRule: ownRule,
		wasRefused: wasTried('refused'),
	};
	// 1. Where mentorship lives.
	const api = createWikiApi(person.name);
	const mentorOnPage = readMentorOnPage();
	const host = createGrowthHost({
		growth: createGrowthApi(api, person.name, wiki, gadgetPage),
		ownId: person.id,
		situation,
		mentorOnPage,
		noteTried,
		random: Math.random,
		log,
	});
	// 2. What the page's facts ask for.
	const now = Date.now();
	const task = decideTask(situation, now, wasTried('noMentor'));
	if (!place) {
		// Nothing on the page changes.
		if (task) {
			await host.act(() => undefined);
		}
		return;
	}
	// 3. What happens on the Homepage.
	createVisit({
		host,
		view: createHomepageView(place),
		takeOverOptInButton,
		text,
		mentorOnPage,
		bringTexts: () => bringGrowthTexts(api),
		fetchPageAnew: async () => {
			await loadMentorScripts();
			return fetchPageAnew();
		},
		connectMentorScripts,
		nameMenu,
		askToConfirm,
		log,
	}).begin(isToGraduate(situation, now), task);
}
