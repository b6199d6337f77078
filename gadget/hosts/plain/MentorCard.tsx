import { isolate } from '../../i18n/messages.ts';
import type { MentorProfile } from '../host.ts';
import { CardFrame } from './CardFrame.tsx';
import type { Face } from './card.ts';
import type { CardContext } from './cardContext.ts';
import { formatNumber, formatRelativeDay } from './format.ts';
import { MentorMenu } from './MentorMenu.tsx';

interface MentorCardProps {
	readonly face: Extract<Face, { kind: 'mentor' }>;
	readonly isMenuOpen: boolean;
	readonly context: CardContext;
}

export function MentorCard({
	face: { mentor, isSubstitute },
	isMenuOpen,
	context,
}: MentorCardProps) {
	const { text } = context;
	return (
		<CardFrame
			title={text('card-mentor-title')}
			menu={<MentorMenu isOpen={isMenuOpen} context={context} />}
		>
			{isSubstitute && <p>{text('card-mentor-assigned-other', isolate(mentor.name))}</p>}
			<p class="mentorship-card__mentor">
				<a class="mentorship-card__name" href={mentor.userPage}>
					<bdi>{mentor.name}</bdi>
				</a>
				<Activity mentor={mentor} context={context} />
			</p>
			{mentor.message === null ? (
				<p>{text('card-opted-out-text')}</p>
			) : (
				<blockquote class="mentorship-card__message" dir="auto">
					{mentor.message ?? '\u00a0'}
				</blockquote>
			)}
			<a
				class="cdx-button cdx-button--fake-button cdx-button--fake-button--enabled"
				href={`${mentor.questionPage}&preloadtitle=${encodeURIComponent(text('card-opted-out-title'))}`}
			>
				{text('card-mentor-ask')}
			</a>
		</CardFrame>
	);
}

function Activity({ mentor, context }: { mentor: MentorProfile; context: CardContext }) {
	const { text, language, now } = context;
	const { editCount, lastActive } = mentor;
	const parts: string[] = [];
	if (editCount !== undefined) {
		parts.push(text('card-mentor-edits', formatNumber(editCount, language), editCount));
	}
	if (lastActive) {
		parts.push(text('card-mentor-active', formatRelativeDay(lastActive, now, language)));
	}
	return <span class="mentorship-card__activity">{parts.join(' • ') || '\u00a0'}</span>;
}
