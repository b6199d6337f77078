import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect } from 'vitest';
import { readMemory } from '../../gadget/domain/memory.ts';
import { meetsThresholds } from '../../gadget/domain/rule.ts';
import { readThresholds } from '../../gadget/domain/thresholds.ts';
import { explainFailure } from '../../gadget/hosts/failure.ts';
import { createModuleView } from '../../gadget/hosts/growth/moduleView.ts';
import type { CardEvent } from '../../gadget/hosts/plain/card.ts';
import { createPlainHost } from '../../gadget/hosts/plain/host.ts';
import english from '../../gadget/i18n/en.json';
import { ApiError, type WikiApi } from '../../gadget/wiki/api.ts';
import { bringGrowthTexts } from '../../gadget/wiki/growthTexts.ts';
import { addressOf, layTexts, text as say } from '../../gadget/wiki/messages.ts';
import { showCard } from '../hosts/plain/showCard.ts';
import { now, pageWith } from '../settings/fakes.ts';
import { findingsOf, openForm } from '../settings/harness.ts';

export interface HostilePlace {
	readonly name: string;
	/** What a person reads is the text itself, to the last character. */
	readonly isVerbatim?: true;
	/** Puts a text there and draws what shows it, into the document. */
	draw(text: string): unknown;
}

/** A wiki that answers every question with this. */
const answering = (query: object): WikiApi => ({
	get: async <Answer,>() => ({ query }) as Answer,
	post: async <Answer,>() => ({ options: 'success' }) as Answer,
});

const listOf = (username: string, message: string) => [
	{
		title: 'MediaWiki:GrowthMentors.json',
		revisions: [
			{ slots: { main: { content: JSON.stringify({ Mentors: { 7: { username, message } } }) } } },
		],
	},
];

const drawCard = (isOptedOut: boolean, ...events: CardEvent[]) =>
	showCard({ text: say, addressOf }, isOptedOut, ...events);

/** The card of a person in mentorship, as the wiki's answer makes it. */
async function followMentor(memoryText: string, query: object): Promise<void> {
	const memory = readMemory(memoryText);
	if (memory === null) {
		return;
	}
	const dependencies = { ownId: 1, memory, random: () => 0 };
	const host = createPlainHost({ api: answering(query), ...dependencies });
	const events: CardEvent[] = [];
	await host
		.followMentor((mentor) => events.push({ type: 'mentorShown', mentor }))
		.catch((error: unknown) =>
			events.push({ type: 'mentorMissing', failure: explainFailure(error) }),
		);
	drawCard(false, ...events);
}

const remembering = JSON.stringify({ version: 1, mentor: { id: 7, name: 'Mentor' } });
const dialog = { type: 'dialogOpened', kind: 'get' } as const;

/** Where the gadget shows what others wrote: the same places that `test/deep/hostile` opens in a browser. */
export const hostilePlaces: readonly HostilePlace[] = [
	{
		name: 'a mentor’s name and introduction',
		isVerbatim: true,
		draw: (text) => followMentor(remembering, { pages: listOf(text, text), users: [{}] }),
	},
	{
		name: 'the mentor whom the memory names, in the dialog',
		draw(text) {
			const memory = readMemory(JSON.stringify({ version: 1, mentor: { name: text } }));
			drawCard(true, { ...dialog, choosableMentor: memory?.mentor?.name ?? null });
		},
	},
	{
		name: 'the whole memory',
		draw: (text) => followMentor(text, { pages: listOf('Mentor', 'Hello') }),
	},
	{
		name: 'what the API says of a refusal',
		isVerbatim: true,
		draw(text) {
			const failure = explainFailure(new ApiError('abusefilter-disallowed', text));
			drawCard(
				true,
				{ ...dialog, choosableMentor: null },
				{
					type: 'dialogChanged',
					change: { isBusy: false, failure },
				},
			);
		},
	},
	{
		name: 'every fact about a mentor that the API gives',
		isVerbatim: true,
		draw(text) {
			const facts = { name: text, editcount: text, timestamp: text };
			const pages = listOf('Mentor', text);
			return followMentor(remembering, { pages, users: [facts], usercontribs: [facts] });
		},
	},
	{
		name: 'the wiki’s texts on GrowthExperiments’ Homepage',
		isVerbatim: true,
		async draw(text) {
			const api: WikiApi = {
				...answering({}),
				get: async <Answer,>({ ammessages }: Readonly<Record<string, unknown>>) => {
					const names = String(ammessages).split('|');
					const told = names.map((name) => ({ name, content: text }));
					return { query: { pages: [], allpages: [], allmessages: told } } as Answer;
				},
			};
			const module = document.createElement('div');
			module.className = 'growthexperiments-homepage-module-mentorship';
			document.body.append(module);
			localStorage.clear();
			createModuleView(module).showOptedOut(await bringGrowthTexts(api));
		},
	},
	{
		name: 'the configuration page, above which the form is',
		async draw(text) {
			await openForm(pageWith(undefined, { revision: { id: 1, user: text, text } }));
		},
	},
	{
		name: 'the configuration page, for an experienced editor',
		draw(text) {
			const experienced = { editCount: 600, registration: 0 };
			const thresholds = readThresholds(parse(text));
			drawCard(thresholds !== null && meetsThresholds(experienced, thresholds, now));
			screen.getByRole('heading', { name: english['card-mentor-title'] });
		},
	},
	{
		name: 'who saved the settings in the meantime, and as what',
		async draw(text) {
			const { page } = await openForm();
			const revision = { id: 2, user: text, text };
			page.save.mockResolvedValue({ kind: 'conflict', revision, isOwn: false });
			fireEvent.click(screen.getByRole('button', { name: english['form-save'] }));
			await waitFor(() => expect(page.save).toHaveBeenCalled());
		},
	},
	{
		name: 'the names of mentors and mentees in the preview',
		async draw(text) {
			const { view } = await openForm();
			// The wiki sends UTF-8, which has no half of a character.
			const name = Buffer.from(text).toString();
			const findings = { ...findingsOf([[600, 400, 0]], [name]), names: [name] };
			view.dispatchPreview({ type: 'findingsRead', findings });
		},
	},
	{
		name: 'texts that the community has changed, on the card',
		draw(text) {
			layTexts(changed(text));
			drawCard(true, { ...dialog, choosableMentor: 'Mentor' });
		},
	},
	{
		name: 'texts that the community has changed, on the form',
		async draw(text) {
			layTexts(changed(text));
			await openForm(pageWith(), { say });
		},
	},
];

const changed = (text: string) =>
	Object.fromEntries(Object.keys(english).map((key) => [key, text]));

/** As ResourceLoader hands a page of JSON over; what is none, as it is. */
function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
