import type { User } from '../../store/users.ts';
import { directionOf } from '../../wiki/messages/languages.ts';
import { type Html, html } from '../html.ts';
import { type PageRequest, type PageView, pageView } from '../view.ts';
import { mentorCard } from './mentorCard.ts';
import { type HomepageModule, type Mode, renderModule } from './module.ts';
import { help, impact, startEditing, startEmail, suggestedEdits } from './neighbours.ts';
import { optInCard } from './optInCard.ts';

/** Special:Homepage of GrowthExperiments. A person in mentorship without a mentor gets one by coming. */
export function renderHomepage(request: PageRequest): PageView {
	const { user, language } = request;
	if (user === null || user.temporary) {
		return pageView({
			heading: 'Homepage',
			content: html`<p>Log in to see your homepage.</p>`,
		});
	}
	const mentor = request.mentorship.showMentor(user);
	const card = mentorshipModule(request, user, mentor);
	const mode = modeOf(request, card);
	return pageView({
		heading: `Hello, ${user.name}!`,
		content: renderContainer(request, mode, card),
		isEnglish: false,
		bodyClasses: [`growthexperiments-homepage-${mode}`],
		styles: [...oouiStyles(language), 'growth.css', 'overlay.css'],
		modules: ['ext.growthExperiments.Homepage.Mentorship'],
		config: {
			...(card?.name === 'mentorship' && mentor !== null && mentorConfig(mentor)),
			homepagemodules: card === null ? {} : { [card.name]: moduleConfig(card, mode) },
			...(mode === 'mobile-summary' && { homepagemobile: true }),
		},
	});
}

/** `null` where the wiki offers this person no mentorship, or has no mentor to offer. */
function mentorshipModule(
	request: PageRequest,
	user: User,
	mentor: User | null,
): HomepageModule | null {
	const state = request.mentorship.stateOf(user);
	if (state === 'optedOut') {
		return optInCard(request);
	}
	if (state === 'disabled' || mentor === null) {
		return null;
	}
	const entry = request.mentorship.list.known().find(({ id }) => id === mentor.id);
	return mentorCard(request, { user, mentor, introduction: entry?.message ?? null });
}

/** A phone's page is a list of summaries; `Special:Homepage/mentorship` is one module in full. */
function modeOf({ skin, title }: PageRequest, card: HomepageModule | null): Mode {
	if (skin !== 'minerva') {
		return 'desktop';
	}
	return card !== null && title.name === `Homepage/${card.name}`
		? 'mobile-details'
		: 'mobile-summary';
}

function renderContainer(
	{ mediaWiki }: PageRequest,
	mode: Mode,
	card: HomepageModule | null,
): Html {
	const prefix = 'growthexperiments-homepage';
	const draw = (modules: readonly (HomepageModule | null)[]) =>
		modules
			.filter((module) => module !== null)
			.map((module) => renderModule(module, mode, mediaWiki));
	const group = (name: string, content: readonly Html[]) =>
		html`<div class="${prefix}-group-${name} ${prefix}-group-${name}-user-variant-control">${content}</div>`;
	const container = (content: readonly Html[]) =>
		html`<div class="${prefix}-container notheme skin-invert ${prefix}-container-user-variant-control">${content}</div>`;
	switch (mode) {
		case 'desktop':
			return container([
				group('main', [
					group('main-subgroup-primary', draw([startEmail])),
					group('main-subgroup-secondary', draw([startEditing, suggestedEdits])),
				]),
				group('sidebar', [
					group('sidebar-subgroup-primary', draw([impact])),
					group('sidebar-subgroup-secondary', draw([card, help])),
				]),
			]);
		case 'mobile-summary': {
			const overlay = card === null ? null : renderModule(card, 'mobile-overlay', mediaWiki);
			return html`${container(draw([startEmail, suggestedEdits, card, help]))}<div class="${prefix}-overlay-container">${overlay}</div>`;
		}
		default:
			return container(draw([card]));
	}
}

function mentorConfig({ name, gender }: User) {
	return {
		GEHomepageMentorshipMentorName: name,
		GEHomepageMentorshipMentorGender: gender,
		GEHomepageMentorshipEffectiveMentorName: name,
		GEHomepageMentorshipEffectiveMentorGender: gender,
		GEHomepageMentorshipBackAt: null,
	};
}

function moduleConfig({ heading }: HomepageModule, mode: Mode) {
	return mode === 'mobile-summary'
		? {
				rlModules: ['ext.growthExperiments.Homepage.Mentorship'],
				heading,
				renderMode: mode,
			}
		: { renderMode: mode };
}

function oouiStyles(language: string): string[] {
	const direction = directionOf(language) === 'rtl' ? '.rtl' : '';
	return ['core', 'widgets', 'windows', 'images'].map(
		(part) => `ooui/oojs-ui-${part}-wikimediaui${direction}.min.css`,
	);
}
