/** The demo wiki's own pages, in the wikitext that `pages/wikitext.ts` understands. */

export const mainPage = `
Mentors are scarce. On this wiki, editors who have grown experienced are opted out of mentorship, so that mentors have time for newcomers. If they ask, they get their previous mentor back.

# '''Be Edgar''', who is experienced: choose him in the bar above and open the [[Project:Newcomers|newcomers’ page]]. He is opted out. Press '''Get a mentor''', and his previous mentor, Marius, comes back.
# '''Be Ada''', who is an administrator: open the [[MediaWiki:Gadget-mentorship.json|settings]], press '''Show who would be opted out''', and move a line in the picture. You see whom other thresholds would opt out, before you save them.
# '''Be Nora''', who is new: open the [[Project:Newcomers|newcomers’ page]] again. Her mentor is still Miriam, as before.

'''Start over''' in the bar puts everything back. Nothing here is real, and only this computer can see it.

== More to look at ==
* [[Special:Homepage]]: the same on a wiki with the Growth features
* '''Felix''' has the edits but one, '''Rita''' the days but two: both keep their mentor. '''Greta''' is just past both thresholds, and nobody knows when '''Ulf''' registered. '''Olga''' opted out herself.
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
