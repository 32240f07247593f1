-- The receipt whose bytes this one judges again; such bytes are never SEEN.
alter table drop_log add column retry_of bigint;
-- When the drop was answered or parked, by the database's own clock: a command tells so what happened since it began.
-- It is published nowhere.
alter table drop_log add column answered_at timestamp(3) with time zone;
create index drop_log_answered on drop_log (answered_at);
create index drop_log_id on drop_log (drop_id);
