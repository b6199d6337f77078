import { takeOverButton } from './button.ts';
import { prompt } from './dialog.ts';

const prefix = 'growthexperiments-homepage-mentorship';

/** The mentor's card: a question, which goes to the mentor's talk page. */
export function wireQuestion(container: ParentNode): void {
	const drawn = container.querySelector('#mw-ge-homepage-mentorship-cta');
	if (drawn === null) {
		return;
	}
	const button = takeOverButton(drawn);
	button.removeAttribute('href');
	button.addEventListener('click', () => {
		const mentor = mw.config.get('GEHomepageMentorshipEffectiveMentorName') as string;
		const gender = mw.config.get('GEHomepageMentorshipEffectiveMentorGender') as string;
		const title = mw.msg(`${prefix}-dialog-title`, gender);
		prompt({
			title,
			text: mw.msg(`${prefix}-about-mentor-par2`),
			cancel: mw.msg(`${prefix}-confirm-dialog-cancel`),
			accept: button.textContent ?? '',
		}).then((question) => {
			if (question) {
				const section = { section: 'new', sectiontitle: title, text: question };
				const edit = { action: 'edit', title: `User talk:${mentor}`, ...section };
				new mw.Api().postWithToken('csrf', edit).fail((code: string) => {
					mw.log.error(`edit: ${code}`);
				});
			}
		}, reportError);
	});
}
