/** What `--help` says of each command. */
export const usage = {
	deploy: `npm run deploy -- --wiki URL [--dry-run] [--summary TEXT] [--only PAGE]… [--remove] [--yes]
Puts the built gadget onto a wiki, page by page, or takes it away.
  --wiki URL      any address of the wiki, or its api.php
  --dry-run       shows what would change, and changes nothing
  --summary TEXT  the edit summary
  --only PAGE     this page alone; may be given several times
  --remove        takes the gadget away
  --yes           does not ask before it begins
Who writes: a BotPassword in MENTORSHIP_WIKI_USER (User@App) and MENTORSHIP_WIKI_PASSWORD, which is
asked for where they are not set; or an OAuth 2 token in MENTORSHIP_WIKI_TOKEN.
Exit code: 0 done, 1 failed, 2 wrong option, 130 interrupted.`,
	graduate: `npm run graduate -- [--store FILE] [--dry-run] [--mentor NAME] [--json] [--undo RUN]
Opts out everybody in the demo wiki's store who meets both thresholds and never asked for a mentor.
  --store FILE    the store; demo.sqlite unless told
  --dry-run       counts only, and changes nothing
  --mentor NAME   this mentor's mentees alone
  --json          the result as JSON
  --undo RUN      takes a run back, for those who have decided nothing themselves since
Exit code: 0 done, 1 failed, 2 wrong option, 3 the rule is off, 130 interrupted.`,
	seed: `npm run seed -- --store FILE --mentees N --mentors M [--seed S] [--date DATE]
Makes a store with that many mentees and mentors; the same options make the same store.
  --date DATE     the day from which ages are counted, as 2026-11-22; today unless told
Exit code: 0 done, 1 failed, 2 wrong option, 130 interrupted.`,
	report: `npm run report -- --wiki URL [--min-edits N] [--min-days D] [--csv FILE] [--json]
                 [--contact WHO] [--state FILE]
Says whom the rule would opt out on a wiki, by its public API and without logging in.
  --wiki URL      the wiki's api.php
  --min-edits N   instead of the wiki's own number of edits
  --min-days D    instead of the wiki's own account age
  --csv FILE      writes who they are to this file
  --json          the result as JSON
  --contact WHO   an address for the wiki's operators, sent with each request
  --state FILE    where it notes how far it is, to go on after an interruption
Exit code: 0 done, 1 failed, 2 wrong option, 3 nothing to report on, 130 interrupted.`,
} as const;
