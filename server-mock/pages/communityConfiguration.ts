import { type Html, html } from './html.ts';
import { type PageRequest, type PageView, pageView } from './view.ts';

/**
 * Special:CommunityConfiguration/Mentorship: the element in which the extension draws its own form,
 * with a word in its place. It has no thresholds, as in MediaWiki 1.43.
 */
export function renderCommunityConfiguration({ title }: PageRequest): PageView {
	const [, part] = title.name.split('/');
	return part?.toLowerCase() === 'mentorship'
		? pageView({
				heading: 'Mentorship: community configuration',
				content: mentorshipForm,
				config: { communityConfigurationData: { providerId: 'Mentorship', data: {} } },
			})
		: pageView({
				heading: 'Community configuration',
				content: html`<ul><li><a href="/index.php/Special:CommunityConfiguration/Mentorship">Mentorship</a></li></ul>`,
			});
}

const mentorshipForm: Html = html`<div id="ext-communityConfiguration-app-root"><p>On a wiki with these extensions, their own form is here.</p></div>`;
