import { usualWeight } from '../../domain/mentors.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import type { Account } from '../../wiki/accounts.ts';
import type { Revision } from '../../wiki/revision.ts';
import type { ThresholdsPage } from '../../wiki/thresholdsPage.ts';
import { explainRefusal, type Refusal } from '../refusal.ts';
import {
	type MentorEntry,
	type MentorsReading,
	readMentorEntries,
	writeMentorEntries,
} from './mentorsDocument.ts';

/** What the second part of the form shows. */
export interface MentorsState extends MentorsReading {
	/** The entries as the page had them. */
	readonly saved: readonly MentorEntry[];
	readonly revision: Revision | null;
	readonly isLocked: boolean;
	readonly isBusy: boolean;
	/** Whom to add, as typed. */
	readonly newName: string;
	/** What is wrong with that name, or how the last save ended. */
	readonly said: MessageKey | null;
	readonly refusal: Refusal | null;
	/** The list as someone else has saved it since; `null` also where they deleted it. */
	readonly conflict: Revision | null;
}

/** The id of a mentor's first field, or of the one for a name to be added. */
export const mentorInputId = (mentor: number | 'new'): string => `mentorship-mentor-${mentor}`;

/** Whether something typed or changed would be lost with the page. */
export function hasUnsavedMentors({ isLocked, newName, entries, saved }: MentorsState): boolean {
	return !isLocked && (newName !== '' || JSON.stringify(entries) !== JSON.stringify(saved));
}

export const initialMentors: MentorsState = {
	entries: null,
	saved: [],
	unreadable: [],
	mistakes: [],
	revision: null,
	isLocked: true,
	isBusy: false,
	newName: '',
	said: null,
	refusal: null,
	conflict: null,
};

export interface MentorsActions {
	/** Loads the list; what was typed is gone. */
	readonly load: () => void;
	readonly type: (change: Pick<MentorsState, 'newName'>) => void;
	readonly edit: (entry: MentorEntry) => void;
	readonly remove: (id: number) => void;
	/** Looks the typed name up, and adds that account. */
	readonly add: () => void;
	/** Saves the list, with the name that is typed but not yet added. */
	readonly save: () => void;
	/** After a conflict: saves what was changed here onto the list as it is now. */
	readonly keepMine: () => void;
}

/** Not a text of the wiki's: who saves does so in their name, and does not see it first. */
const summary = 'Change the list of mentors';

export interface MentorsActionsDependencies {
	readonly page: ThresholdsPage;
	readonly lookUp: (name: string) => Promise<Account>;
	readonly getState: () => MentorsState;
	readonly change: (change: Partial<MentorsState>) => void;
	/** Puts the cursor into a mentor's first field, or where names are typed. */
	readonly focus: (mentor: number | 'new') => void;
}

export function createMentorsActions(dependencies: MentorsActionsDependencies): MentorsActions {
	const { page, lookUp, getState, change, focus } = dependencies;

	function during(work: () => Promise<Partial<MentorsState>>): void {
		if (!getState().isBusy) {
			change({ isBusy: true, said: null, refusal: null });
			work().then(
				(result) => change({ ...result, isBusy: false }),
				(error) => change({ refusal: explainRefusal(error), isBusy: false }),
			);
		}
	}

	async function load(): Promise<Partial<MentorsState>> {
		const { revision, refusals } = await page.load();
		const reading = readMentorEntries(revision?.text ?? null);
		return {
			...reading,
			saved: reading.entries ?? [],
			revision,
			isLocked: refusals.length > 0 || !reading.entries,
			conflict: null,
		};
	}

	/** @returns What is wrong with the typed name; otherwise its mentor, who has been added. */
	async function add(): Promise<MessageKey | MentorEntry> {
		const { newName, entries } = getState();
		const account = await lookUp(newName.trim());
		if (account.kind !== 'found') {
			return `mentors-${account.kind}`;
		}
		const { id, name } = account;
		if (entries?.some((entry) => entry.id === id)) {
			return 'mentors-present';
		}
		const entry = { id, name, message: '', weight: usualWeight, away: '' };
		change({ entries: [...(entries ?? []), entry], newName: '' });
		return entry;
	}

	async function save(base: Revision | null): Promise<Partial<MentorsState>> {
		const added = getState().newName.trim() ? await add() : null;
		if (typeof added === 'string') {
			return { said: added };
		}
		const { saved, entries } = getState();
		const text = writeMentorEntries(base?.text ?? null, saved, entries ?? []);
		const result = await page.save(text, summary, base);
		if (result.kind === 'conflict') {
			return { conflict: result.revision, said: 'mentors-conflict' };
		}
		const said = result.kind === 'saved' ? 'form-saved' : 'form-unchanged';
		return { ...(await load()), said };
	}

	return {
		load: () => during(load),
		type: change,
		edit: (entry) =>
			change({
				entries: getState().entries?.map((old) => (old.id === entry.id ? entry : old)) ?? null,
			}),
		remove(id) {
			change({ entries: getState().entries?.filter((entry) => entry.id !== id) ?? null });
			// The button that was pressed has gone.
			focus('new');
		},
		add: () =>
			during(async () => {
				const added = await add();
				if (typeof added === 'string') {
					return { said: added };
				}
				focus(added.id);
				return {};
			}),
		save: () => during(() => save(getState().revision)),
		keepMine: () => during(() => save(getState().conflict)),
	};
}
