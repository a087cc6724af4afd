-- An import may bring delegations that did not exist; undoing it takes them out again when nobody else belongs to them.
alter table delegations add column import_id text constraint fk_delegations_import references entry_imports (id);
