-- Portable: runs unchanged on SQLite 3.35 and PostgreSQL 15. Conventions: db/README.md.

create table accounts (
  id text not null primary key,
  user_name text not null,
  normalized_name text not null,
  display_name text not null,
  password_hash text,
  security_stamp text not null,
  must_change_password boolean not null default false,
  failed_count integer not null default 0,
  locked_until bigint,
  disabled_at bigint,
  language text not null default 'zh' constraint ck_accounts_language check (language in ('zh', 'en')),
  created_at bigint not null
);
create unique index uq_accounts_normalized_name on accounts (normalized_name);

-- scope is a competition id, or '*' for the administrators of the installation.
create table role_grants (
  account_id text not null constraint fk_role_grants_account references accounts (id),
  scope text not null,
  role text not null constraint ck_role_grants_role check (role in ('administrator', 'organiser', 'chief_judge', 'judge', 'viewer')),
  granted_at bigint not null,
  primary key (account_id, scope, role)
);
create index ix_role_grants_scope on role_grants (scope, role);

-- Used on PostgreSQL; beside SQLite the key ring is a folder.
create table data_protection_keys (
  id text not null primary key,
  xml text not null,
  created_at bigint not null
);

create table competitions (
  id text not null primary key,
  slug text not null,
  name_zh text not null,
  name_en text not null,
  level text not null constraint ck_competitions_level check (level in ('national', 'province', 'city', 'county', 'park', 'enterprise', 'industry')),
  class text not null constraint ck_competitions_class check (class in ('none', 'one', 'two', 'three')),
  host_zh text not null,
  host_en text not null,
  venue_zh text not null,
  venue_en text not null,
  starts_on text not null,
  ends_on text not null,
  time_zone text not null,
  state text not null constraint ck_competitions_state check (state in ('draft', 'published', 'running', 'closed')),
  revision bigint not null,
  created_at bigint not null
);
create unique index uq_competitions_slug on competitions (slug);

create table contests (
  id text not null primary key,
  competition_id text not null constraint fk_contests_competition references competitions (id),
  slug text not null,
  name_zh text not null,
  name_en text not null,
  trade text not null,
  group_zh text not null,
  group_en text not null,
  format text not null constraint ck_contests_format check (format in ('individual', 'team')),
  counting text not null constraint ck_contests_counting check (counting in ('submitted', 'confirmed')),
  position integer not null,
  revision bigint not null
);
create unique index uq_contests_slug on contests (competition_id, slug);

-- The marking scheme is one JSON document per version; never filtered on. frozen_at: the first mark of that version.
create table schemes (
  contest_id text not null constraint fk_schemes_contest references contests (id),
  version integer not null,
  document text not null,
  created_at bigint not null,
  created_by text not null,
  frozen_at bigint,
  primary key (contest_id, version)
);

-- A judge sits on a numbered seat of a form's panel; seat 1 also records the measurements the group agreed on.
create table judge_seats (
  contest_id text not null constraint fk_judge_seats_contest references contests (id),
  form_key text not null,
  seat integer not null,
  account_id text not null constraint fk_judge_seats_account references accounts (id),
  primary key (contest_id, form_key, seat)
);
create unique index uq_judge_seats_account on judge_seats (contest_id, form_key, account_id);
create index ix_judge_seats_account on judge_seats (account_id);

-- A row here means: the form takes no more marks.
create table closed_forms (
  contest_id text not null constraint fk_closed_forms_contest references contests (id),
  form_key text not null,
  closed_at bigint not null,
  closed_by text not null,
  primary key (contest_id, form_key)
);

create table delegations (
  id text not null primary key,
  competition_id text not null constraint fk_delegations_competition references competitions (id),
  code text not null,
  name_zh text not null,
  name_en text not null,
  organisation_id text
);
create unique index uq_delegations_code on delegations (competition_id, code);

-- The delegation a judge comes from: for the difference between marks for the own unit and for others. No row: not known, or none.
create table judge_delegations (
  competition_id text not null constraint fk_judge_delegations_competition references competitions (id),
  account_id text not null constraint fk_judge_delegations_account references accounts (id),
  delegation_id text not null constraint fk_judge_delegations_delegation references delegations (id),
  primary key (competition_id, account_id)
);
create index ix_judge_delegations_delegation on judge_delegations (delegation_id);

create table entry_imports (
  id text not null primary key,
  competition_id text not null constraint fk_entry_imports_competition references competitions (id),
  file_name text not null,
  entry_count integer not null,
  imported_at bigint not null,
  imported_by text not null,
  undone_at bigint
);

create table entries (
  id text not null primary key,
  competition_id text not null constraint fk_entries_competition references competitions (id),
  contest_id text not null constraint fk_entries_contest references contests (id),
  delegation_id text constraint fk_entries_delegation references delegations (id),
  import_id text constraint fk_entries_import references entry_imports (id),
  code text not null,
  name_zh text not null,
  name_en text not null,
  members text not null,
  status text not null constraint ck_entries_status check (status in ('active', 'absent', 'withdrawn', 'disqualified')),
  status_reason text,
  panel text not null default '',
  created_at bigint not null
);
create unique index uq_entries_code on entries (competition_id, code);
create index ix_entries_contest on entries (contest_id, code);
create index ix_entries_delegation on entries (delegation_id);
create index ix_entries_import on entries (import_id);

-- Append-only: every state an entry was given, the latest being entries.status; without a row it was active from the start.
-- Kept when an entry is removed, so that taking the removal back brings its history back. What a frozen board shows is read from here.
create table entry_states (
  entry_id text not null,
  version integer not null,
  status text not null constraint ck_entry_states_status check (status in ('active', 'absent', 'withdrawn', 'disqualified')),
  reason text,
  changed_by text not null,
  changed_at bigint not null,
  primary key (entry_id, version)
);

-- Append-only: the current mark is the highest version. value is in millionths of a point; null unless state = 'value'.
-- seat 0 holds imported marks. judge_id is the seat's judge, entered_by whoever typed (they differ when the chief judge enters).
create table marks (
  contest_id text not null constraint fk_marks_contest references contests (id),
  entry_id text not null constraint fk_marks_entry references entries (id),
  form_key text not null,
  aspect_key text not null,
  seat integer not null,
  version integer not null,
  state text not null constraint ck_marks_state check (state in ('value', 'not_attempted', 'failed', 'judge_absent', 'cleared')),
  value bigint,
  scheme_version integer not null,
  command_id text not null,
  judge_id text not null,
  entered_by text not null,
  device text not null,
  reason text,
  entered_at bigint not null,
  primary key (contest_id, entry_id, form_key, aspect_key, seat, version),
  constraint ck_marks_value check ((state = 'value') = (value is not null))
);
create unique index uq_marks_command on marks (command_id);

-- Append-only: the current state of a judge's mark sheet is the highest version; no row means: still in work.
create table mark_sheets (
  contest_id text not null constraint fk_mark_sheets_contest references contests (id),
  entry_id text not null constraint fk_mark_sheets_entry references entries (id),
  form_key text not null,
  seat integer not null,
  version integer not null,
  state text not null constraint ck_mark_sheets_state check (state in ('submitted', 'reopened')),
  command_id text not null,
  judge_id text not null,
  entered_by text not null,
  device text not null,
  reason text,
  entered_at bigint not null,
  primary key (contest_id, entry_id, form_key, seat, version)
);
create unique index uq_mark_sheets_command on mark_sheets (command_id);

-- Other idempotent commands (entry states): the same id again gives the same answer.
create table commands (
  id text not null primary key,
  account_id text not null,
  answer text not null,
  answered_at bigint not null
);

-- One board per contest, with the contest's id. changed_at: time of the last mark the staff rows contain;
-- public_changed_at: of the last one the public rows contain (they stand still while frozen).
create table boards (
  id text not null primary key constraint fk_boards_contest references contests (id),
  visibility text not null constraint ck_boards_visibility check (visibility in ('hidden', 'codes', 'masked', 'full')),
  frozen_at bigint,
  revision bigint not null,
  changed_at bigint,
  public_changed_at bigint
);

-- Append-only: what a committee or a lot decided between equal entries. entries: JSON list of codes from the best; empty for a lot.
create table rank_decisions (
  contest_id text not null constraint fk_rank_decisions_contest references contests (id),
  seq integer not null,
  kind text not null constraint ck_rank_decisions_kind check (kind in ('committee', 'lot')),
  entries text not null,
  seed text,
  reason text not null,
  decided_by text not null,
  decided_at bigint not null,
  primary key (contest_id, seq),
  constraint ck_rank_decisions_seed check ((kind = 'lot') = (seed is not null))
);

-- Append-only: everybody at or above the score (in millionths of a point) gets the award; null takes the earlier cut-off back.
create table award_cut_offs (
  contest_id text not null constraint fk_award_cut_offs_contest references contests (id),
  seq integer not null,
  award_key text not null,
  score bigint,
  reason text not null,
  decided_by text not null,
  decided_at bigint not null,
  primary key (contest_id, seq)
);

-- How delegations are ranked over contests: one JSON document each; never filtered on.
create table team_rankings (
  competition_id text not null constraint fk_team_rankings_competition references competitions (id),
  key text not null,
  position integer not null,
  document text not null,
  revision bigint not null,
  primary key (competition_id, key)
);

-- Derived, can be thrown away and rebuilt; never the input of a calculation. Public rows hold only what the public may see.
create table standing_rows (
  board_id text not null constraint fk_standing_rows_board references boards (id),
  audience text not null constraint ck_standing_rows_audience check (audience in ('staff', 'public')),
  entry_id text not null constraint fk_standing_rows_entry references entries (id),
  summary text not null,
  primary key (board_id, audience, entry_id)
);

-- Tamper-evident: one hash chain per competition (competition_id '*' for accounts and the installation).
create table audit_heads (
  competition_id text not null primary key,
  seq bigint not null,
  hash text not null,
  salt text not null
);

create table audit_entries (
  competition_id text not null,
  seq bigint not null,
  at bigint not null,
  actor_id text not null,
  actor_name text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  before text,
  after text,
  reason text,
  hash text not null,
  primary key (competition_id, seq)
);
create index ix_audit_entries_subject on audit_entries (competition_id, subject_type, subject_id, seq);
