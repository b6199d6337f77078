import { mentorListTitle } from '../domain/mentors.ts';
import { gadgetPageTitle } from '../domain/thresholds.ts';

/** Where the form's links lead. */
export interface SettingsAddresses {
	/** The page that holds the settings. */
	readonly page: string;
	/** Its source, to be edited. */
	readonly source: string;
	readonly logIn: string;
	/** The source of the list of mentors, to be edited. */
	readonly mentorList: string;
	/** The extension's page for mentors. */
	readonly mentors: string;
	/** The wiki's own form, on wikis whose own configuration holds the settings. */
	readonly elsewhere: string;
	/** Of the user page; with the wiki's host, for use outside of it. */
	readonly userPage: (name: string) => string;
}

export function createSettingsAddresses(): SettingsAddresses {
	const { getUrl } = mw.util;
	return {
		page: getUrl(gadgetPageTitle),
		source: getUrl(gadgetPageTitle, { action: 'edit' }),
		logIn: getUrl('Special:UserLogin', { returnto: gadgetPageTitle }),
		mentorList: getUrl(mentorListTitle, { action: 'edit' }),
		mentors: getUrl('Special:ManageMentors'),
		elsewhere: getUrl('Special:CommunityConfiguration/Mentorship'),
		userPage: (name) => new URL(getUrl(`User:${name}`), location.href).href,
	};
}
