import type { Decision } from '../../domain/decision.ts';
import type { Wish } from '../../domain/memory.ts';
import { isolate, type Text } from '../../i18n/messages.ts';
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

/** What happens on a visit of the Homepage, once the loader has decided that something does. */
export function createVisit(dependencies: VisitDependencies) {
	const { host, view, text, mentorOnPage, readKeptTexts, fetchTexts, renewTexts, log } =
		dependencies;

	/** @returns The wish, as `null` where the person thinks better of it; and when the dialog has gone. */
	async function askWish(): Promise<{ wish: Wish | null; closed: Answer['closed'] }> {
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
		return { wish: isConfirmed ? (choice?.readWish() ?? 'sameMentor') : null, closed };
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

	async function getMentor(button: OptInButton): Promise<void> {
		view.showFailure(null);
		// Meanwhile, as somebody reads the dialog: another device may have changed the memory.
		host.refresh().catch(log);
		let closed: Answer['closed'] = Promise.resolve();
		try {
			const answer = await askWish();
			({ closed } = answer);
			if (answer.wish) {
				button.setBusy(text('card-get-busy'));
				const given = await host.getMentor(answer.wish);
				show(given).catch(log);
				const key = given.isSubstitute ? 'card-mentor-assigned-other' : 'card-mentor-assigned';
				// Behind a dialog nothing is read out, and when it has gone it moves the focus itself.
				await closed;
				view.announce(text(key, isolate(given.mentor.name)));
			} else {
				await closed;
				button.focus();
			}
		} catch (error) {
			await closed;
			button.setBusy(null);
			const failure = explainFailure(error);
			view.showFailure(text(failure.key, failure.parameter));
			button.focus();
		}
	}

	function createPress(readButton: () => OptInButton): () => void {
		return () => {
			getMentor(readButton()).catch(log);
		};
	}

	async function graduate(): Promise<void> {
		const kept = readKeptTexts();
		const texts = kept ?? (await fetchTexts());
		const button: OptInButton = view.showOptedOut(
			texts,
			createPress(() => button),
		);
		if (!(await host.graduate())) {
			view.restore();
		}
		if (kept) {
			await renewTexts();
		}
	}

	async function finish(isOptedOut: boolean): Promise<void> {
		if (isOptedOut) {
			const button: OptInButton = view.takeOver(createPress(() => button));
		}
		const given = await host.finish();
		if (given) {
			await show(given);
		}
	}

	return {
		/** Does what the decision says; what fails is finished at the next visit. */
		begin(decision: Decision): void {
			if (decision !== 'graduate') {
				view.restore();
			}
			(decision === 'graduate' ? graduate() : finish(decision === 'optedOut')).catch(log);
		},
	};
}
