import { growthOverlaySelector } from '../../wiki/selectors.ts';
import { element } from '../element.ts';
import { createModuleView, type ModuleView } from './moduleView.ts';

/** What stands in the place of the server's mentorship modules: on a phone, there are two. */
export interface HomepageView extends Omit<ModuleView, 'focus'> {
	/** Moves the focus to the heading of what is in sight, and has a sentence read out. */
	announce(sentence: string): void;
}

/** @param serverModule The first one on the page, as the server drew it. */
export function createHomepageView(serverModule: HTMLElement): HomepageView {
	const overlays = document.querySelectorAll<HTMLElement>(growthOverlaySelector);
	// In this order: of two that the focus is moved to, the one in sight has it in the end.
	const views = [serverModule, ...overlays].map(createModuleView);
	// A live region is read out only if it was there, empty, before.
	const status = element('div', { role: 'status' });
	Object.assign(status.style, { position: 'absolute', clipPath: 'inset(50%)' });
	document.body.append(status);

	const each = (work: (view: ModuleView) => void) => views.forEach(work);
	return {
		showOptedOut: (texts) => each((view) => view.showOptedOut(texts)),
		restore: () => each((view) => view.restore()),
		nameMentor: (mentor) => each((view) => view.nameMentor(mentor)),
		showCard: (page) => views.map((view) => view.showCard(page))[0],
		showFailure: (sentence) => each((view) => view.showFailure(sentence)),
		announce(sentence) {
			each((view) => view.focus());
			status.textContent = sentence;
		},
	};
}
