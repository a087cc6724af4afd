-- Marking schemes that organisers keep to begin from: one JSON document each; never filtered on. removed_at: removed, and still there for an undo.
create table scheme_presets (
  key text not null,
  document text not null,
  revision bigint not null,
  made_by text not null,
  changed_at bigint not null,
  removed_at bigint,
  primary key (key)
);
