-- Whether a receipt is of a list of leavers (berhenti/): its rows end entries instead of making them.
alter table drop_log add column leavers boolean default false not null;

-- When, and why, the person of a leavers' row leaves. Rows that are rejected have none.
create table leaving (
    row_id bigint primary key,
    leaves_on date not null,
    reason varchar(40) not null
);

-- Of a live entry: the day after today on which it ends. The night of that day ends it.
alter table entry add column leaves_on date;
alter table entry add column leave_reason varchar(40);
