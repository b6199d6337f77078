/** Facts of the demo wiki that stay as they are. */

export const siteName = 'Demo wiki';

export const wikiId = 'demowiki';

export const wikiVersion = '1.43.9';

/** Gadgets ask for the version of MediaWiki: the one whose behaviour is imitated. */
export const generator = `MediaWiki ${wikiVersion}`;

/** Of every demo account: nobody has anything to hide on a wiki that only this machine reaches. */
export const demoPassword = 'demo wiki password';
