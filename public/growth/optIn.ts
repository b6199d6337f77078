import { takeOverButton } from './button.ts';
import { confirm } from './dialog.ts';
import { changeState } from './state.ts';

const prefix = 'growthexperiments-homepage-mentorship-confirm-dialog';

/** “Get a mentor”: asks whether it is meant, opts in, and loads the page again. */
export function wireOptIn(container: ParentNode): void {
	const drawn = container.querySelector('#mw-ge-homepage-mentorship-optin');
	if (drawn === null) {
		return;
	}
	takeOverButton(drawn).addEventListener('click', () => {
		confirm({
			title: mw.msg(`${prefix}-header`),
			text: mw.msg(`${prefix}-text`),
			cancel: mw.msg(`${prefix}-cancel`),
			accept: mw.msg(`${prefix}-continue`),
		}).then((isAccepted) => {
			if (isAccepted) {
				changeState('enabled');
			}
		}, reportError);
	});
}
