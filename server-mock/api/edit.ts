import { editPage, newSectionSummary } from '../wiki/editing.ts';
import { parseTitle, type Title } from '../wiki/title.ts';
import { ApiRefusal } from './error.ts';
import type { ActionModule } from './module.ts';
import type { Parameters } from './parameters.ts';
import { formatTime } from './time.ts';

// Understood, and of no consequence here.
const inert = ['bot', 'watchlist'];

/** `action=edit`: a page's whole text, or a new section at its end. */
export const edit: ActionModule = {
	writes: true,
	prepare: (parameters) => {
		const title = readTitle(parameters);
		const text = parameters.text('text');
		const section = parameters.text('section');
		const sectionTitle = parameters.text('sectiontitle');
		const summary = parameters.text('summary') ?? '';
		const request = {
			base: parameters.integer('baserevid') ?? null,
			createOnly: parameters.flag('createonly'),
			noCreate: parameters.flag('nocreate'),
		};
		for (const name of inert) {
			parameters.text(name);
		}
		return (context) => {
			if (text === undefined) {
				throw new ApiRefusal('missingparam', 'There is no “text” to save.');
			}
			const newSection = section === 'new' ? (sectionTitle ?? summary) : null;
			const { page, before } = editPage(context, {
				...request,
				title,
				text,
				newSection,
				// A summary that is the heading is said to be one.
				summary:
					newSection !== null && sectionTitle === undefined ? newSectionSummary(summary) : summary,
			});
			return {
				edit: {
					...(before === null && { new: true }),
					result: 'Success',
					pageid: page.id,
					title: page.title,
					contentmodel: page.contentModel,
					...(before?.id === page.latest.id
						? { nochange: true }
						: {
								oldrevid: page.latest.parentId,
								newrevid: page.latest.id,
								newtimestamp: formatTime(page.latest.timestamp),
							}),
					watched: true,
				},
			};
		};
	},
};

function readTitle(parameters: Parameters): Title {
	const text = parameters.required('title');
	const title = parseTitle(text);
	if (title === null) {
		throw new ApiRefusal('invalidtitle', `No page can have the title “${text}”.`);
	}
	return title;
}
