-- The ZIP that a drop came in, by its hash; the ZIP lies in the archive too. Entries of one ZIP have receipts one after
-- the other, and source_path is where the ZIP lay.
alter table drop_log add column zip_sha256 varchar(64);
create index drop_log_source on drop_log (source_removed, receipt);
