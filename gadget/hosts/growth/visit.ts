import type { Wish } from '../../domain/memory.ts';
import type { CardKind, Situation, Task } from '../../domain/rule.ts';
import { isolate, type Text } from '../../i18n/messages.ts';
import { ApiError, isPassing } from '../../wiki/api.ts';
import type { Answer, Question } from '../../wiki/confirm.ts';
import type { GrowthTexts } from '../../wiki/growthTexts.ts';
import { explainFailure } from '../failure.ts';
import type { GivenMentor } from '../host.ts';
import type { HomepageView } from './homepageView.ts';
import type { GrowthHost } from './host.ts';
import type { OptInButton } from './optInButton.ts';
import { createWishMessage } from './wishMessage.ts';

export interface VisitDependencies {
	readonly host: GrowthHost;
	readonly view: HomepageView;
	readonly text: Text;
	/** The mentor whom the server's card on the page names. */
	readonly mentorOnPage: string | undefined;
	/** The wiki's own texts: kept from an earlier time, or asked for. */
	readonly readKeptTexts: () => GrowthTexts | null;
	readonly fetchTexts: () => Promise<GrowthTexts>;
	/** Behind what shows, where what is kept is old. */
	readonly renewTexts: () => Promise<void>;
	readonly fetchPageAnew: () => Promise<Document>;
	readonly loadMentorScripts: () => Promise<void>;
	readonly connectMentorScripts: (card: HTMLElement, page: Document) => void;
	readonly askToConfirm: (question: Question) => Promise<Answer>;
	/** Where what the person need not know about is written. */
	readonly log: (error: unknown) => void;
}

interface WishAnswer extends Pick<Answer, 'closed'> {
	/** `null` where the person thinks better of it. */
	readonly wish: Wish | null;
	/** Whether they chose between mentors: only then did they ask for one who may not be available. */
	readonly hadChoice: boolean;
}

/** What happens on a visit of the Homepage, once the loader has decided that something does. */
export function createVisit(dependencies: VisitDependencies) {
	const { host, view, text, mentorOnPage, readKeptTexts, fetchTexts, renewTexts, log } =
		dependencies;
	/** The opted-out card that shows is ours. */
	let isOurs = false;
	let wasTried = false;

	async function askWish(): Promise<WishAnswer> {
		const kept = readKeptTexts();
		const texts = kept ?? (await fetchTexts());
		if (kept) {
			renewTexts().catch(log);
		}
		const mentor = host.choosableMentor();
		const choice = mentor === null ? null : createWishMessage(texts.dialogText, mentor, text);
		const { isConfirmed, closed } = await dependencies.askToConfirm({
			title: texts.dialogHeader,
			message: choice?.message ?? texts.dialogText,
			cancel: texts.dialogCancel,
			confirm: texts.dialogContinue,
		});
		const wish = isConfirmed ? (choice?.readWish() ?? 'sameMentor') : null;
		return { wish, hadChoice: choice !== null, closed };
	}

	async function show({ mentor }: GivenMentor): Promise<void> {
		if (mentor.name === mentorOnPage) {
			view.restore();
			return;
		}
		view.nameMentor(mentor);
		const [page] = await Promise.all([
			dependencies.fetchPageAnew(),
			dependencies.loadMentorScripts(),
		]);
		const card = view.showCard(page);
		if (card) {
			dependencies.connectMentorScripts(card, page);
		}
	}

	function showFailure(error: unknown, button: OptInButton): void {
		button.setBusy(null);
		const failure = explainFailure(error);
		view.showFailure(text(failure.key, failure.parameter));
		button.focus();
	}

	async function getMentor(button: OptInButton): Promise<void> {
		view.showFailure(null);
		// Meanwhile, as somebody reads the dialog.
		host.prepare();
		let answer: WishAnswer;
		try {
			answer = await askWish();
		} catch (error) {
			if (isOurs || error instanceof ApiError) {
				showFailure(error, button);
			} else {
				// The wiki lacks a text: ours cannot work there; its own can.
				log(error);
				button.giveBack();
			}
			return;
		}
		const { wish, hadChoice, closed } = answer;
		if (!wish) {
			await closed;
			button.focus();
			return;
		}
		button.setBusy(text('card-get-busy'));
		try {
			const given = await host.getMentor(wish);
			show(given).catch(log);
			const isSubstitute = hadChoice && given.isSubstitute;
			const key = isSubstitute ? 'card-mentor-assigned-other' : 'card-mentor-assigned';
			// Behind a dialog nothing is read out, and when it has gone it moves the focus itself.
			await closed;
			view.announce(text(key, isolate(given.mentor.name)));
		} catch (error) {
			await closed;
			showFailure(error, button);
		}
	}

	function createPress(readButton: () => OptInButton): () => void {
		return () => {
			getMentor(readButton()).catch(log);
		};
	}

	/** Once: where it fails, the server's card is the one that shows. */
	async function showOptedOut(): Promise<void> {
		if (wasTried) {
			return;
		}
		wasTried = true;
		isOurs = true;
		const kept = readKeptTexts();
		const texts = kept ?? (await fetchTexts());
		// What was waited for may have come too late.
		if (!isOurs) {
			return;
		}
		const button: OptInButton = view.showOptedOut(
			texts,
			createPress(() => button),
		);
		if (kept) {
			renewTexts().catch(log);
		}
	}

	function restore(): void {
		isOurs = false;
		view.restore();
	}

	async function act(task: Task): Promise<void> {
		try {
			const { given, isOptedOut } = await host.act(task, () => {
				showOptedOut().catch(log);
			});
			if (given) {
				await show(given);
			} else if (isOptedOut && mentorOnPage) {
				await showOptedOut();
			} else if (isOurs) {
				restore();
			}
		} catch (error) {
			// What passes is finished at the next page; otherwise the wiki's own card is the right one.
			if (isOurs && !isPassing(error)) {
				restore();
			}
			throw error;
		}
	}

	return {
		/** Does what the loader decided; what fails is finished at a later page. */
		begin({ state }: Situation, card: CardKind, task: Task | null): void {
			if (card === 'optedOut' && state === 'enabled') {
				showOptedOut().catch((error) => {
					// The loader brings the server's card back.
					isOurs = false;
					log(error);
				});
			} else {
				view.restore();
			}
			if (state === 'optedOut') {
				const button: OptInButton = view.takeOver(createPress(() => button));
			}
			if (task) {
				act(task).catch(log);
			}
		},
	};
}
