import { isolate } from '../../i18n/messages.ts';
import { element } from '../element.ts';
import type { MentorProfile } from '../host.ts';
import type { Face } from './card.ts';
import type { CardContext } from './cardContext.ts';
import { createFrame, type FaceView } from './cardFrame.ts';
import { formatNumber, formatRelativeDay } from './format.ts';
import { createMentorMenu } from './mentorMenu.ts';

/** Keeps the height of a line that is still to come. */
const emptyLine = '\u00a0';

export function createMentorCard(context: CardContext): FaceView {
	const { text } = context;
	const name = element('bdi', {});
	const userPage = element('a', { class: 'mentorship-card__name' }, name);
	const activity = element('span', { class: 'mentorship-card__activity' });
	const substitution = element('p', {});
	const introduction = element('p', {}, text('card-opted-out-text'));
	const quotation = element('blockquote', { class: 'mentorship-card__message', dir: 'auto' });
	const ask = element(
		'a',
		{ class: 'cdx-button cdx-button--fake-button cdx-button--fake-button--enabled' },
		text('card-mentor-ask'),
	);
	const subject = encodeURIComponent(text('card-opted-out-title'));

	function fill(face: Face): void {
		if (face.kind !== 'mentor') {
			return;
		}
		const { mentor, isSubstitute } = face;
		name.textContent = mentor.name;
		userPage.href = mentor.userPage;
		activity.textContent = describeActivity(mentor, context) || emptyLine;
		substitution.hidden = !isSubstitute;
		substitution.textContent = text('card-mentor-assigned-other', isolate(mentor.name));
		introduction.hidden = mentor.message !== null;
		quotation.hidden = !introduction.hidden;
		quotation.textContent = mentor.message ?? emptyLine;
		ask.href = `${mentor.questionPage}&preloadtitle=${subject}`;
	}

	return {
		element: createFrame(
			text('card-mentor-title'),
			createMentorMenu(context),
			substitution,
			element('p', { class: 'mentorship-card__mentor' }, userPage, activity),
			introduction,
			quotation,
			ask,
		),
		fill,
	};
}

function describeActivity(
	{ editCount, lastActive }: MentorProfile,
	{ text, language, now }: CardContext,
): string {
	const parts: string[] = [];
	if (editCount !== undefined) {
		parts.push(text('card-mentor-edits', formatNumber(editCount, language), editCount));
	}
	if (lastActive) {
		parts.push(text('card-mentor-active', formatRelativeDay(lastActive, now, language)));
	}
	return parts.join(' • ');
}
