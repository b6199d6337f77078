import { confirm, tell } from './dialog.ts';
import { changeState } from './state.ts';

const prefix = 'growthexperiments-homepage-mentorship';

/** The mentor's card: its menu “…” and the link that says what mentors are. */
export function wireMenu(container: ParentNode): void {
	container.querySelector(`#${prefix}-learn-more`)?.addEventListener('click', (event) => {
		event.preventDefault();
		tellAboutMentors();
	});
	container
		.querySelector('#mw-ge-homepage-mentorship-ellipsis')
		?.replaceWith(...createMenu().toArray());
}

/** “…”: what may be done about the mentor. */
export function createMenu(): JQuery {
	const { ButtonMenuSelectWidget, MenuOptionWidget } = OO.ui;
	const choices: Readonly<Record<string, () => void>> = { about: tellAboutMentors, optout: optOut };
	const items = Object.keys(choices).map(
		(data) => new MenuOptionWidget({ data, label: mw.msg(`${prefix}-ellipsis-menu-${data}`) }),
	);
	const menu = new ButtonMenuSelectWidget({
		icon: 'ellipsis',
		// Upstream has none, so that the button has no name to be read out.
		label: '…',
		invisibleLabel: true,
		framed: false,
		menu: { horizontalPosition: 'end', items },
	});
	menu.getMenu().on('choose', (option) => choices[option.getData()]?.());
	return menu.$element;
}

function tellAboutMentors(): void {
	const gender = mw.config.get('GEHomepageMentorshipMentorGender') as string;
	const keys = ['mentor-par1', 'mentor-par2', 'optout-par1'];
	tell(
		mw.msg(`${prefix}-about-header`),
		keys.map((key) => mw.msg(`${prefix}-about-${key}`, gender)),
		mw.msg(`${prefix}-about-done`),
	);
}

function optOut(): void {
	confirm({
		title: mw.msg(`${prefix}-optout-header`),
		text: mw.msg(`${prefix}-optout-text`),
		cancel: mw.msg(`${prefix}-optout-cancel`),
		accept: mw.msg(`${prefix}-optout-optout`),
	}).then((isAccepted) => {
		if (isAccepted) {
			changeState('optout');
		}
	}, reportError);
}
