// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createHomepageView } from '../../../gadget/hosts/growth/homepageView.ts';
import { createOptedOutModule } from '../../../gadget/hosts/growth/optedOutModule.ts';
import { type OptInButton, takeOverOptInButton } from '../../../gadget/hosts/growth/optInButton.ts';
import { type HomepageModule, renderModule } from '../../../server-mock/pages/homepage/module.ts';
import { optInCard } from '../../../server-mock/pages/homepage/optInCard.ts';
import { mediaWikis } from '../../../server-mock/wiki/site.ts';

const texts = {
	header: 'Header',
	text: 'Text',
	button: 'Get one',
	dialogHeader: '',
	dialogText: '',
	dialogCancel: '',
	dialogContinue: '',
};
const mentor = {
	name: 'Ann',
	userPage: '/wiki/User:Ann',
	questionPage: '',
	message: undefined,
	editCount: undefined,
	lastActive: undefined,
};

/** As the server draws them: a summary on the page, and the whole for the overlay of a phone. */
const moduleIn = (mode: string) =>
	mode === 'mobile-summary'
		? `<a data-overlay-route="/homepage/mentorship">${drawIn(mode)}</a>`
		: drawIn(mode);
const drawIn = (mode: string) => `
	<div class="growthexperiments-homepage-module growthexperiments-homepage-module-mentorship"
		data-module-name="mentorship" data-mode="${mode}" style="visibility: hidden">
		<div class="growthexperiments-homepage-module-header">
			<span class="growthexperiments-homepage-module-header-text">Your mentor</span>
		</div>
		<div class="growthexperiments-homepage-module-body">Bob</div>
	</div>`;

/** Those in sight: the extension’s script may take hold of the server’s, which stay. */
const modules = () =>
	[...document.querySelectorAll<HTMLElement>('[data-module-name]')].filter(
		(module) => !module.closest('[style*="display: none"]'),
	);
const buttons = () => [...document.querySelectorAll<HTMLElement>('[role=button]')];
const alerts = () => [...document.querySelectorAll('[role=alert]')].map((node) => node.textContent);

describe.each([
	['desktop', ['desktop']],
	['phone', ['mobile-summary', 'mobile-overlay']],
])('on a %s', (_device, modes) => {
	let press: ReturnType<typeof vi.fn<() => void>>;
	let server: HTMLElement[];
	let button: OptInButton;

	beforeEach(() => {
		press = vi.fn<() => void>();
		document.body.innerHTML = `${modes.map(moduleIn).join('')}<main></main>`;
		server = modules();
	});

	afterEach(() => button?.giveBack());

	function open() {
		const view = createHomepageView(server[0] ?? expect.fail());
		view.showOptedOut(texts);
		button = takeOverOptInButton(press);
		return { view, button };
	}

	test('our module takes the place of the server’s, in its mode, with the wiki’s texts', () => {
		open();
		expect(modules().map(({ dataset }) => [dataset.moduleName, dataset.mode])).toEqual(
			modes.map((mode) => ['mentorship-optin', mode]),
		);
		for (const module of modules()) {
			expect(module.className).toContain('-module-mentorship-optin');
			const header = module.querySelector('.growthexperiments-homepage-module-header');
			expect(header?.textContent?.trim()).toBe('Header');
			expect(module.querySelector('.growthexperiments-homepage-module-body')?.textContent).toMatch(
				/^Text\s*Get one$/,
			);
		}
		// The server's stays behind it, with the link that it is in on a phone.
		const behind = modules().map((module) => module.nextElementSibling);
		expect(behind).toEqual(server.map((module) => module.closest('a') ?? module));
	});

	test.each([
		['from 1.46 on', 'growthexperiments-homepage-module-mentorship'],
		['before 1.46', ''],
	])('the module’s id is the server’s, %s: ours, and the mentor’s later', (_version, id) => {
		for (const module of server) {
			module.id = id;
		}
		const later = new DOMParser().parseFromString(document.body.innerHTML, 'text/html');
		const { view } = open();
		expect(modules().map((module) => module.id)).toEqual(modes.map(() => id && `${id}-optin`));
		const card = view.showCard(later);
		expect(modules().map((module) => module.id)).toEqual(modes.map(() => id));
		expect(card?.contains(modules()[0] ?? null)).toBe(true);
		expect(modules().map(({ dataset }) => dataset.mode)).toEqual(modes);
		expect(modules()[0]?.closest('a') === null).toBe(modes[0] === 'desktop');
	});

	test('ours stays where a later page has no card', () => {
		const { view } = open();
		expect(view.showCard(new Document())).toBeUndefined();
		expect(modules().map(({ dataset }) => dataset.moduleName)).toEqual(
			modes.map(() => 'mentorship-optin'),
		);
	});

	test.each([
		['in the card goes to its heading', () => server[0], /-header$/],
		['elsewhere stays', () => document.querySelector<HTMLElement>('main'), /^$/],
	])('the focus %s as the card changes', (_where, find, className) => {
		const element = find() ?? expect.fail();
		element.tabIndex = -1;
		element.focus();
		const { view } = open();
		expect(document.activeElement?.className.split(' ').at(-1)).toMatch(className);
		view.restore();
		expect(document.activeElement?.className.split(' ').at(-1)).toMatch(className);
	});

	test('the server’s own module comes back in sight, the same one', () => {
		open().view.restore();
		expect(modules()).toEqual(server);
		expect(server.map(({ style }) => style.visibility)).toEqual(modes.map(() => ''));
	});

	test('ours goes along where the extension moves the server’s, which it opens over the page', async () => {
		open();
		const overlay = document.createElement('div');
		document.body.append(overlay);
		const ours = modules().at(-1);
		const theirs = server.at(-1) ?? expect.fail();
		overlay.append(theirs);
		await vi.waitFor(() => expect([...overlay.children]).toEqual([ours, theirs]));
	});

	const onButton = { bubbles: true, cancelable: true };
	test.each([
		['a click', () => new MouseEvent('click', onButton), 1],
		['Enter', () => new KeyboardEvent('keydown', { ...onButton, key: 'Enter' }), 1],
		['Space', () => new KeyboardEvent('keydown', { ...onButton, key: ' ' }), 1],
		['the rest of a key', () => new KeyboardEvent('keypress', { ...onButton, key: 'Enter' }), 0],
	])('%s on the button is ours, and the extension hears nothing of it', (_what, event, times) => {
		open();
		const extension = vi.fn();
		for (const button of buttons()) {
			const happened = event();
			button.addEventListener(happened.type, extension);
			button.dispatchEvent(happened);
			expect(happened.defaultPrevented).toBe(true);
		}
		expect(press).toHaveBeenCalledTimes(times * modes.length);
		expect(extension).not.toHaveBeenCalled();
	});

	test('a button that is given back is the extension’s, now and from now on', () => {
		const { button } = open();
		const extension = vi.fn();
		for (const node of buttons()) {
			node.addEventListener('click', extension);
		}
		buttons()[0]?.click();
		expect([press, extension].map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
		button.focus();
		expect(document.activeElement).toBe(buttons()[0]);
		button.giveBack();
		buttons()[0]?.click();
		expect([press, extension].map(({ mock }) => mock.calls.length)).toEqual([1, 2]);
	});

	test('another key, and a click beside the button, are left alone', () => {
		open();
		buttons()[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
		modules()[0]?.click();
		expect(press).not.toHaveBeenCalled();
	});

	test('a busy button says so and cannot be pressed; then it is as it was', () => {
		const { button } = open();
		button.setBusy('Wait …');
		buttons().map((node) => node.click());
		expect(press).not.toHaveBeenCalled();
		const labels = () => buttons().map((node) => node.textContent);
		const isDisabled = () => buttons().map((node) => node.getAttribute('aria-disabled'));
		expect(labels()).toEqual(modes.map(() => 'Wait …'));
		expect(isDisabled()).toEqual(modes.map(() => 'true'));
		button.setBusy(null);
		expect(labels()).toEqual(modes.map(() => 'Get one'));
		expect(isDisabled()).toEqual(modes.map(() => 'false'));
	});

	test('one failure is told at a time', () => {
		const { view } = open();
		view.showFailure('First');
		view.showFailure('Second');
		expect(alerts()).toEqual(modes.map(() => 'Second'));
		view.showFailure(null);
		expect(alerts()).toEqual([]);
	});

	test('a mentor is named before their card is there', () => {
		open().view.nameMentor(mentor);
		const links = [...document.querySelectorAll('a[href="/wiki/User:Ann"]')];
		expect(links.map(({ textContent }) => textContent)).toEqual(modes.map(() => 'Ann'));
		for (const link of links) {
			expect(link.querySelector('.oo-ui-icon-mentor + span > bdi')).not.toBeNull();
		}
	});

	test('what happened is read out, and the focus is at a heading', () => {
		open().view.announce('Ann is your mentor now.');
		expect(document.querySelector('[role=status]')?.textContent).toBe('Ann is your mentor now.');
		expect(document.activeElement?.textContent?.trim()).toBe('Header');
		// Of two, the last one is over the page.
		expect(modules().at(-1)?.contains(document.activeElement)).toBe(true);
		// For this once, and not for whoever goes through the page by keyboard.
		expect(document.activeElement?.getAttribute('tabindex')).toBe('-1');
	});

	test('the focus is at the mentor’s card, once that is there', () => {
		const later = new DOMParser().parseFromString(document.body.innerHTML, 'text/html');
		const { view } = open();
		view.showCard(later);
		view.announce('Ann is your mentor now.');
		expect(document.activeElement?.textContent?.trim()).toBe('Your mentor');
	});
});

test.each(
	(['desktop', 'mobile-summary'] as const).flatMap((mode) => [
		[mode, '1.43'] as const,
		[mode, '1.46'] as const,
	]),
)('the opted-out module is the server’s own: %s, MediaWiki %s', (mode, version) => {
	const request = { messages: { text: (_language: string, key: string) => textOf(key) } };
	const optIn = optInCard(Object(request));
	const draw = (module: HomepageModule) => {
		const root = document.createElement('div');
		root.innerHTML = renderModule(module, mode, mediaWikis[version]).source;
		return root.querySelector<HTMLElement>('[data-mode]') ?? expect.fail();
	};
	const own = createOptedOutModule(draw({ ...optIn, name: 'mentorship', heading: 'Other' }), texts);
	const said = (element: Element) =>
		['id', 'class', 'role', 'tabindex', 'rel', 'data-module-name', 'data-mode'].map((name) =>
			element.getAttribute(name),
		);
	const parts = (module: Element) =>
		[module, ...module.querySelectorAll('*')].map((element) => [element.tagName, ...said(element)]);
	expect(parts(own)).toEqual(parts(draw(optIn)));
	expect(own.textContent).toBe(draw(optIn).textContent?.replaceAll('\n', ''));
	expect(JSON.parse(own.querySelector<HTMLElement>('[data-ooui]')?.dataset.ooui ?? '')).toEqual({
		_: 'OO.ui.ButtonWidget',
		rel: ['nofollow'],
		framed: false,
		icon: 'mentor',
		label: texts.button,
		flags: ['progressive'],
	});
});

const textOf = (key: string) => texts[key.split('-').at(-1) as keyof typeof texts];
