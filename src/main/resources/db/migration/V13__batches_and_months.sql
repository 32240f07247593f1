-- What a branch was told that somebody's protection ended; only in batches of kind END.
alter table batch_line add column ended_on date;
alter table batch_line add column end_reason varchar(200);
create index batch_line_row on batch_line (row_id, batch_id);

-- A batch that waits for a second person is held; made_by is the first. sent_no is the order in which batches reached
-- their branches, by which the manifests are chained: one that is released late comes after those that went before it.
alter table batch add column held boolean default false not null;
alter table batch add column made_by varchar(200);
alter table batch add column released_by varchar(200);
alter table batch add column sent_no bigint;
update batch set sent_no = batch_id where state in ('PUBLISHING', 'SENT');

-- A month's contribution list as it was issued: its sums, and from which day it is.
create table iuran_month (
    programme_no int not null references programme,
    of_month date not null,
    issued_on date not null,
    figures text not null,
    primary key (programme_no, of_month)
);

-- Who is covered from when to when, as the lists have it. A line is never changed but for being closed: the list of a month
-- are the lines that were issued in it or before and closed later or never. So a frozen list takes no rows of its own, and
-- what was opened or closed since the list before is the correction of the months that it reaches back into.
create table iuran_line (
    programme_no int not null references programme,
    row_id bigint not null,
    base decimal(19, 2) not null,
    first_month date not null,
    last_month date,
    issued_in date not null,
    closed_in date
);
create index iuran_line_row on iuran_line (programme_no, row_id);
