-- The last record of the journal that this register wrote, so that another home's register, or an older state of this one,
-- is told from the one that wrote the journal.
create table journal_mark (
    seq bigint primary key,
    checksum varchar(8) not null
);
