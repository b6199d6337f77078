import { wireMenu } from './growth/menu.ts';
import { wireOptIn } from './growth/optIn.ts';
import { wireOverlays } from './growth/overlay.ts';
import { wireQuestion } from './growth/question.ts';

/*
 * What GrowthExperiments' own scripts do with the mentor's card, in this project's words: the demo
 * wiki's module "ext.growthExperiments.Homepage.Mentorship". The gadget has to live beside it.
 */
$(() => {
	const container = document.querySelector('.growthexperiments-homepage-container');
	if (container === null) {
		return;
	}
	wireOptIn(container);
	wireMenu(container);
	wireQuestion(container);
	wireOverlays(container, (content) => {
		wireOptIn(content);
		wireMenu(content);
		wireQuestion(content);
	});
});
