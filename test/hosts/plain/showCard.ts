import { vi } from 'vitest';
import type { MentorProfile } from '../../../gadget/hosts/host.ts';
import type { CardEvent, Dialog } from '../../../gadget/hosts/plain/card.ts';
import type { CardContext } from '../../../gadget/hosts/plain/cardContext.ts';
import { createCardView } from '../../../gadget/hosts/plain/cardView.ts';
import english from '../../../gadget/i18n/en.json';
import type { Text } from '../../../gadget/i18n/messages.ts';

const now = Date.UTC(2026, 10, 22, 12);

export const mentor: MentorProfile = {
	name: '<b>Mentor</b>',
	userPage: '/wiki/User:Mentor',
	questionPage: '/wiki/User_talk:Mentor?action=edit&section=new',
	message: '<img src=x onerror=alert(1)>\nHello',
	editCount: 5000,
	lastActive: now,
};

export const given = (props: Partial<MentorProfile> = {}, isSubstitute = false): CardEvent => ({
	type: 'mentorGiven',
	given: { mentor: { ...mentor, ...props }, isSubstitute },
});
export const opened = (kind: Dialog['kind'], choosableMentor: string | null = null): CardEvent => ({
	type: 'dialogOpened',
	kind,
	choosableMentor,
});
export const changed = (change: Partial<Dialog>): CardEvent => ({ type: 'dialogChanged', change });

export function addPlace(): HTMLElement {
	const root = document.createElement('div');
	document.body.append(root);
	return root;
}

/** Draws a card in a place of its own, as it is after these events. */
export function showCard(
	{ text, addressOf }: Pick<CardContext, 'text' | 'addressOf'>,
	isOptedOut: boolean,
	...events: CardEvent[]
) {
	const actions = {
		dispatch: vi.fn((event: CardEvent) => view.dispatch(event)),
		openDialog: vi.fn(),
		confirm: vi.fn(),
		followMentor: vi.fn(),
		retry: vi.fn(),
	};
	const context = { text, addressOf, language: 'en', now, actions };
	const view = createCardView(isOptedOut, () => context);
	const root = addPlace();
	view.drawIn([root]);
	events.forEach(view.dispatch);
	return { ...actions, view, root };
}

/** Addresses of pages that the community names, by the text that names them. */
export const pages = new Map<string, string>();

const text: Text = (key, ...parameters) =>
	parameters.reduce<string>(
		(message, parameter, index) => message.replaceAll(`$${index + 1}`, String(parameter)),
		english[key],
	);

export const showEnglishCard = (isOptedOut: boolean, ...events: CardEvent[]) =>
	showCard({ text, addressOf: (key) => pages.get(key) || null }, isOptedOut, ...events);
