import type { Wish } from '../../domain/memory.ts';
import type { Task } from '../../domain/rule.ts';
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
	readonly takeOverOptInButton: (press: () => void) => OptInButton;
	readonly text: Text;
	/** The mentor whom the server's card on the page names. */
	readonly mentorOnPage: string | undefined;
	/** The wiki's own texts. */
	readonly bringTexts: () => Promise<GrowthTexts>;
	/** The Homepage as it is now; what a mentor's card needs has been loaded then. */
	readonly fetchPageAnew: () => Promise<Document>;
	readonly connectMentorScripts: (card: HTMLElement, page: Document) => Promise<void>;
	/** For a person who has the page read out. */
	readonly nameMenu: () => void;
	readonly askToConfirm: (question: Question) => Promise<Answer>;
	/** Where what the person need not know about is written. */
	readonly log: (error: unknown) => void;
}

interface WishAnswer extends Answer {
	readonly wish: Wish;
}

/** What happens on a visit of the Homepage, once the loader has decided that something does. */
export function createVisit(dependencies: VisitDependencies) {
	const { host, view, text, mentorOnPage, bringTexts, log } = dependencies;
	/** The opted-out card that shows is ours. */
	let isOurs = false;
	let wasTried = false;
	const button = dependencies.takeOverOptInButton(() => {
		getMentor().catch(log);
	});

	/** @param mentor Whom they may choose to get back; `null`: there is no choice. */
	async function askWish(mentor: string | null): Promise<WishAnswer> {
		const texts = await bringTexts();
		const { message, readWish } = createWishMessage(texts.dialogText, mentor, text);
		const answer = await dependencies.askToConfirm({
			title: texts.dialogHeader,
			message,
			cancel: texts.dialogCancel,
			confirm: texts.dialogContinue,
		});
		return { ...answer, wish: readWish() };
	}

	async function show({ mentor }: GivenMentor): Promise<void> {
		if (mentor.name === mentorOnPage) {
			view.restore();
		} else {
			view.nameMentor(mentor);
			const page = await dependencies.fetchPageAnew();
			const card = view.showCard(page);
			if (card) {
				await dependencies.connectMentorScripts(card, page);
			}
		}
		dependencies.nameMenu();
	}

	function showFailure(error: unknown): void {
		button.setBusy(null);
		const { key, parameter } = explainFailure(error);
		view.showFailure(text(key, parameter));
		button.focus();
	}

	async function getMentor(): Promise<void> {
		view.showFailure(null);
		// Meanwhile, the person reads the dialog.
		host.prepare();
		const former = host.choosableMentor();
		let answer: WishAnswer;
		try {
			answer = await askWish(former);
		} catch (error) {
			if (isOurs || error instanceof ApiError) {
				showFailure(error);
			} else {
				// The wiki lacks a text: ours cannot work there; its own can.
				log(error);
				button.giveBack();
			}
			return;
		}
		const { isConfirmed, wish, closed } = answer;
		if (!isConfirmed) {
			await closed;
			button.focus();
			return;
		}
		button.setBusy(text('card-get-busy'));
		try {
			const given = await host.getMentor(wish);
			show(given).catch(log);
			// Only a person who chose between mentors asked for one who may not be available.
			const isOther = former && given.isSubstitute;
			const key = isOther ? 'card-mentor-assigned-other' : 'card-mentor-assigned';
			// Behind a dialog nothing is read out, and when it has gone it moves the focus itself.
			await closed;
			view.announce(text(key, isolate(given.mentor.name)));
		} catch (error) {
			await closed;
			showFailure(error);
		}
	}

	/** Once: where it fails, the server's card is the one that shows. */
	async function showOptedOut(): Promise<void> {
		if (wasTried) {
			return;
		}
		wasTried = true;
		isOurs = true;
		try {
			const texts = await bringTexts();
			// What was waited for may have come too late.
			if (isOurs) {
				view.showOptedOut(texts);
			}
		} catch (error) {
			isOurs = false;
			log(error);
		}
	}

	function restore(): void {
		isOurs = false;
		view.restore();
	}

	async function act(): Promise<void> {
		try {
			const { given, isOptedOut } = await host.act(showOptedOut);
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
		/** Does what was decided; what fails is finished at a later page. */
		begin(isWrongCard: boolean, task: Task | null): void {
			if (isWrongCard) {
				showOptedOut().catch(log);
			} else {
				view.restore();
			}
			if (task) {
				act().catch(log);
			}
		},
	};
}
