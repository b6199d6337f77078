import { memoryOption, readMemory } from '../domain/memory.ts';
import type { Thresholds } from '../domain/thresholds.ts';
import { createHomepageView } from '../hosts/growth/homepageView.ts';
import { createGrowthHost } from '../hosts/growth/host.ts';
import { createVisit } from '../hosts/growth/visit.ts';
import { createWikiApi } from '../wiki/api.ts';
import type { CardStart } from '../wiki/cardGadget.ts';
import { askToConfirm } from '../wiki/confirm.ts';
import { fetchGrowthTexts, readKeptTexts, renewTexts } from '../wiki/growthTexts.ts';
import { connectMentorScripts, loadMentorScripts } from '../wiki/mentorScripts.ts';
import { createText } from '../wiki/messages.ts';
import { readOwnOption } from '../wiki/ownOption.ts';
import { fetchOwnThresholds, readKnownThresholds } from '../wiki/ownThresholds.ts';
import { log } from '../wiki/page.ts';
import { fetchPageAnew, readMentorName, readMentorOnPage } from '../wiki/serverHomepage.ts';

/** The hidden gadget "mentorship-growth": the rule on GrowthExperiments' own Special:Homepage. */
export async function mount({ person, module, thresholds, decideOn }: CardStart): Promise<void> {
	const memory = readMemory(readOwnOption(memoryOption));
	const view = createHomepageView(module);
	if (!memory) {
		view.restore();
		return;
	}
	// 1. Where mentorship lives.
	const api = createWikiApi(person.name);
	const text = createText();
	const fetchTexts = () => fetchGrowthTexts(api);
	const mentorOnPage = readMentorOnPage();
	let valid = thresholds;
	const host = createGrowthHost({
		api,
		person,
		memory,
		mentorOnPage,
		readMentorNow: async () => readMentorName(await fetchPageAnew()),
		decideOn: (current) => decideOn(current, valid),
		async fetchReason() {
			if (!readKeptTexts()) {
				await fetchTexts().catch(log);
			}
			return text('growth-reason');
		},
		now: Date.now,
		random: Math.random,
		log,
	});
	// 2. What happens on the visit.
	const visit = createVisit({
		host,
		view,
		text,
		mentorOnPage,
		readKeptTexts,
		fetchTexts,
		renewTexts: () => renewTexts(api),
		fetchPageAnew,
		loadMentorScripts,
		connectMentorScripts,
		askToConfirm,
		log,
	});
	// 3. Under which thresholds: the wiki's own, where it has them.
	const begin = (own: Thresholds | null | undefined): void => {
		valid = own === undefined ? thresholds : own;
		visit.begin(decideOn(memory, valid));
	};
	const known = readKnownThresholds();
	if (known === 'unknown') {
		fetchOwnThresholds(api).then(begin).catch(log);
	} else {
		begin(known);
	}
}
