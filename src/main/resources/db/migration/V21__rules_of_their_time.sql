-- The rules that a list, an answer or a batch goes by, as they were when it was received or frozen: the name of a folder
-- in journal/rules/ (see docs/rationale/rules-of-their-time.md). Nothing from before this schema has any: it goes by
-- today's.
alter table drop_log add column rules varchar(64);
alter table answer_file add column rules varchar(64);
alter table batch add column rules varchar(64);
