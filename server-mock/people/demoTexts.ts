/** The demo wiki's own pages, in the wikitext that `pages/wikitext.ts` understands. */

export const mainPage = `
This wiki shows the '''Mentorship Gadget''': editors who have grown experienced are opted out of mentorship, so that mentors have time for newcomers. Nothing here is real, and only this computer can see it.

Choose at the top who you want to be. Then open one of these:
* [[Project:Newcomers]]: the gadget's card on a page of an ordinary wiki
* [[Special:Homepage]]: the same on a wiki with the Growth features

== What to look at ==
* '''Nora Newcomer''', '''Felix Few''' and '''Rita Recent''' have a mentor: they are not past both thresholds.
* '''Greta Grown''', '''Edgar Experienced''' and '''Ulf Unknown''' are past both; they are opted out until they ask for a mentor.
* '''Olga Optout''' has opted out by hand.
* '''Ada Administrator''' may change the pages below.

== Behind it ==
* [[MediaWiki:Gadget-mentorship.json]]: the thresholds
* [[MediaWiki:GrowthMentors.json]]: the mentors
* [[MediaWiki:Gadgets-definition]]: how the gadget is loaded
* [[Special:Log]]: mentors that were changed
* [[Special:AllPages]]: every page
`;

export const newcomersPage = `
Welcome! This page helps you with your first steps.

<div class="mentorship-module"></div>

== First steps ==
* Read something, and mend a typo where you find one.
* Say hello on your talk page.
* Nobody minds mistakes: every earlier version of a page is kept.

== Need help? ==
Your mentor above knows this wiki well. There is no silly question.
`;
