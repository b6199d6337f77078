/** The page that holds the settings, without its namespace. */
const thresholdsPageName = 'Gadget-mentorship.json';

/** Loads the form above the page that holds the settings, as it is now: not above old revisions. */
export function loadFormOnThresholdsPage(): void {
	const { wgTitle, wgRevisionId, wgCurRevisionId, wgDiffNewId } = mw.config.get();
	if (wgTitle === thresholdsPageName && wgRevisionId === wgCurRevisionId && !wgDiffNewId) {
		load();
	}
}

/** Loads the form as a section of the extension's own. */
export function loadFormInGrowthForm(): void {
	const { wgCanonicalSpecialPageName, wgTitle } = mw.config.get();
	if (wgCanonicalSpecialPageName === 'CommunityConfiguration' && /\/Mentorship$/.test(wgTitle)) {
		load();
	}
}

function load(): void {
	// Within a frame another site could make people press its buttons unseen.
	if (window.top === window.self) {
		mw.loader.load('ext.gadget.mentorship-settings');
	}
}
