import { readMemory } from '../domain/memory.ts';
import { decideCard, decideTask, type Situation } from '../domain/rule.ts';
import { hasOwnRule } from '../domain/thresholds.ts';
import { createHomepageView } from '../hosts/growth/homepageView.ts';
import { createGrowthHost } from '../hosts/growth/host.ts';
import { createVisit } from '../hosts/growth/visit.ts';
import { createWikiApi } from '../wiki/api.ts';
import { askToConfirm } from '../wiki/confirm.ts';
import { createGrowthApi } from '../wiki/growthApi.ts';
import { fetchGrowthTexts, readKeptTexts, renewTexts } from '../wiki/growthTexts.ts';
import type { Opening } from '../wiki/hostGadget.ts';
import { saveMemory } from '../wiki/memoryOption.ts';
import { connectMentorScripts, loadMentorScripts } from '../wiki/mentorScripts.ts';
import { createText } from '../wiki/messages.ts';
import { readOwnMemory } from '../wiki/ownMemory.ts';
import { log, readWiki } from '../wiki/page.ts';
import { fetchPageAnew, readMentorOnPage } from '../wiki/serverHomepage.ts';
import { noteTried, wasTried } from '../wiki/tried.ts';

/** The hidden gadget "mentorship-growth": the rule where GrowthExperiments keeps state and mentor. */
export async function mount({ person, place, facts, gadgetPage }: Opening): Promise<void> {
	const memory = readMemory(readOwnMemory());
	if (!memory) {
		// A newer version of the gadget wrote it: what it began is not ours to go on with.
		place?.style.removeProperty('visibility');
		return;
	}
	const wiki = readWiki();
	const situation: Situation = {
		...facts,
		memory,
		hasOwnRule: hasOwnRule(wiki),
		wasRefused: wasTried('refused', person.id),
	};
	// 1. Where mentorship lives.
	const api = createWikiApi(person.name);
	const mentorOnPage = readMentorOnPage();
	const host = createGrowthHost({
		growth: createGrowthApi(api, person.name),
		saveMemory: (memory, others) => saveMemory(api, memory, others),
		ownId: person.id,
		wiki,
		situation,
		gadgetPage,
		mentorOnPage,
		noteTried: (what) => noteTried(what, person.id),
		random: Math.random,
		log,
	});
	// 2. What the page's facts ask for.
	const now = Date.now();
	const task = decideTask(situation, now, wasTried('noMentor', person.id));
	if (!place) {
		// Nothing on the page changes.
		if (task) {
			await host.act(task, () => undefined);
		}
		return;
	}
	// 3. What happens on the Homepage.
	createVisit({
		host,
		view: createHomepageView(place),
		text: createText(),
		mentorOnPage,
		readKeptTexts,
		fetchTexts: () => fetchGrowthTexts(api),
		renewTexts: () => renewTexts(api),
		fetchPageAnew,
		loadMentorScripts,
		connectMentorScripts,
		askToConfirm,
		log,
	}).begin(situation, decideCard(situation, now), task);
}
