import { confirm, tell } from './dialog.ts';
import { changeState } from './state.ts';

const prefix = 'growthexperiments-homepage-mentorship';

/** The mentor's card: its menu “…” and the link that says what mentors are. */
export function wireMenu(container: ParentNode): void {
	container.querySelector(`#${prefix}-learn-more`)?.addEventListener('click', (event) => {
		event.preventDefault();
		tellAboutMentors();
	});
	container.querySelector('#mw-ge-homepage-mentorship-ellipsis')?.replaceWith(createMenu());
}

function createMenu(): HTMLElement {
	const menu = document.createElement('div');
	menu.className = 'oo-ui-widget oo-ui-widget-enabled';
	menu.innerHTML = `<span class="oo-ui-widget oo-ui-widget-enabled oo-ui-buttonElement oo-ui-buttonElement-frameless oo-ui-iconElement oo-ui-buttonWidget oo-ui-buttonMenuSelectWidget"><a class="oo-ui-buttonElement-button" role="button" tabindex="0" rel="nofollow" aria-expanded="false" aria-haspopup="true" aria-label="…"><span class="oo-ui-iconElement-icon oo-ui-icon-ellipsis"></span><span class="oo-ui-labelElement-label"></span><span class="oo-ui-indicatorElement-indicator oo-ui-indicatorElement-noIndicator"></span></a></span>`;
	const button = menu.querySelector('a');
	const list = document.createElement('div');
	list.className = 'oo-ui-widget oo-ui-selectWidget oo-ui-menuSelectWidget oo-ui-element-hidden';
	list.setAttribute('role', 'menu');
	list.append(
		createOption(mw.msg(`${prefix}-ellipsis-menu-about`), tellAboutMentors),
		createOption(mw.msg(`${prefix}-ellipsis-menu-optout`), optOut),
	);
	const show = (isShown: boolean) => {
		list.classList.toggle('oo-ui-element-hidden', !isShown);
		button?.setAttribute('aria-expanded', String(isShown));
	};
	const toggle = () => show(button?.getAttribute('aria-expanded') !== 'true');
	button?.addEventListener('click', toggle);
	button?.addEventListener('keydown', (event) => {
		if (event.key === 'Enter' || event.key === ' ') {
			event.preventDefault();
			toggle();
		}
	});
	list.addEventListener('click', () => show(false));
	menu.querySelector('span')?.append(list);
	return menu;
}

function createOption(label: string, choose: () => void): HTMLElement {
	const option = document.createElement('div');
	option.className =
		'oo-ui-widget oo-ui-widget-enabled oo-ui-labelElement oo-ui-optionWidget oo-ui-decoratedOptionWidget oo-ui-menuOptionWidget';
	option.setAttribute('role', 'menuitem');
	option.tabIndex = 0;
	const text = document.createElement('span');
	text.className = 'oo-ui-labelElement-label';
	text.textContent = label;
	option.append(text);
	option.addEventListener('click', choose);
	option.addEventListener('keydown', (event) => {
		if (event.key === 'Enter' || event.key === ' ') {
			event.preventDefault();
			option.click();
		}
	});
	return option;
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
