-- When an entry came into its contest from another one (null: it was added there): a board frozen before that does not show it.
alter table entries add column moved_at bigint;
