-- The demo wiki's tables. Times are milliseconds since 1970.

create table if not exists users (
	id integer primary key,
	name text not null unique,
	edit_count integer not null,
	registration integer, -- null: registered before dates were kept
	groups text not null, -- JSON array, without the groups that every user has
	gender text not null check (gender in ('unknown', 'female', 'male')),
	blocked integer not null check (blocked in (0, 1)), -- sitewide
	blocked_until integer, -- null: for ever
	temporary integer not null check (temporary in (0, 1)),
	hidden integer not null default 0 check (hidden in (0, 1)) -- oversighted: the name is not shown
) strict;

create table if not exists user_options (
	user_id integer not null references users (id),
	name text not null,
	value text not null,
	primary key (user_id, name)
) strict, without rowid;

create table if not exists sessions (
	id text primary key,
	user_id integer references users (id), -- null: logged out
	csrf_token text not null,
	login_token text not null,
	created integer not null
) strict, without rowid;

create table if not exists pages (
	id integer primary key,
	namespace integer not null,
	title text not null unique, -- with the namespace's name
	content_model text not null check (content_model in ('wikitext', 'json', 'javascript', 'css')),
	latest_revision integer not null
) strict;

create table if not exists revisions (
	id integer primary key autoincrement,
	page_id integer not null references pages (id) on delete cascade,
	parent_id integer not null, -- 0: the page's first
	timestamp integer not null,
	user_id integer references users (id), -- null: logged out
	user_name text not null,
	comment text not null,
	content text not null
) strict;
create index if not exists revisions_by_page on revisions (page_id, id);
create index if not exists revisions_by_user on revisions (user_id, timestamp);

-- Only who differs from the default (enabled, no mentor) has a row. The primary key is the order in
-- which a million mentees are walked; a mentor's mentees are found by the partial index.
create table if not exists mentees (
	user_id integer primary key references users (id),
	state text not null check (state in ('disabled', 'enabled', 'optedOut')),
	mentor_id integer references users (id)
) strict;
create index if not exists mentees_by_mentor on mentees (mentor_id, user_id)
	where mentor_id is not null;

create table if not exists log_entries (
	id integer primary key autoincrement,
	timestamp integer not null,
	type text not null,
	action text not null,
	user_id integer not null references users (id),
	title text not null,
	comment text not null,
	parameters text not null -- JSON object
) strict;
create index if not exists log_entries_by_title on log_entries (title, id);

-- Who has ever asked for a mentor, so that the sweep need not parse a million options. `memory`: the
-- option `userjs-mentorship` says so, or a newer gadget wrote it; kept in step when it is written.
-- `status`: they enabled mentorship themselves, which later versions of the extension store as 50.
create table if not exists asked (
	user_id integer not null references users (id),
	source text not null check (source in ('memory', 'status')),
	primary key (user_id, source)
) strict, without rowid;

-- The journal of those whom the rule opted out. It is for administrators only: a person may have
-- been opted out for their safety.
create table if not exists graduation_runs (
	id integer primary key autoincrement,
	cause text not null check (cause in ('command', 'edit', 'configuration', 'period')),
	min_editcount integer not null,
	min_tenure_in_days integer not null,
	started integer not null, -- also the time that the rule goes by, however long the run takes
	ended integer, -- null: under way, or interrupted and to be continued
	outcome text check (outcome in ('finished', 'superseded', 'stopped', 'undone')),
	position integer not null, -- the last user id that is done
	mentees integer not null, -- how many there were to go through when it began
	seen integer not null,
	graduated integer not null
) strict;
create index if not exists graduation_runs_unfinished on graduation_runs (id) where ended is null;

create table if not exists graduation_entries (
	run_id integer not null references graduation_runs (id),
	user_id integer not null references users (id),
	mentor_id integer references users (id), -- whose mentee they were
	memory_before text, -- the option `userjs-mentorship`; null: it was not set
	undone text check (undone in ('restored', 'kept')), -- kept: they have decided for themselves
	primary key (run_id, user_id)
) strict, without rowid;
