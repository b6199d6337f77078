import type { WikiApi } from './api.ts';

interface GroupsAnswer {
	readonly query?: {
		readonly usergroups?: ReadonlyArray<{
			readonly name: string;
			readonly rights?: readonly string[];
		}>;
		readonly allmessages?: ReadonlyArray<{ readonly name: string; readonly content?: string }>;
	};
}

/** What it takes to edit a JSON page in the MediaWiki namespace. */
const neededRights = ['editinterface', 'editsitejson'];
const messagePrefix = 'group-';

/**
 * The groups whose members may edit the configuration page, as the wiki calls them in the person's
 * language. None where the wiki does not say: nothing depends on it.
 */
export async function findEditorGroups(api: WikiApi): Promise<string[]> {
	try {
		const { query } = await api.get<GroupsAnswer>({
			action: 'query',
			meta: 'siteinfo|allmessages',
			siprop: 'usergroups',
			amprefix: messagePrefix,
			amlang: mw.config.get('wgUserLanguage'),
		});
		const texts = new Map(query?.allmessages?.map(({ name, content }) => [name, content]));
		return (query?.usergroups ?? [])
			.filter(({ rights = [] }) => neededRights.every((right) => rights.includes(right)))
			.map(({ name }) => texts.get(messagePrefix + name) ?? name);
	} catch (error) {
		mw.log.warn('Mentorship: who may edit is unknown.', error);
		return [];
	}
}
