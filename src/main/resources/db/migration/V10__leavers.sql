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

-- The first receipt of what came together: the files of one ZIP are one list. A file that came alone is its own.
alter table drop_log add column list_no bigint;
update drop_log set list_no = receipt;
create index drop_log_list on drop_log (list_no);
-- How many people a full list, once it was whole, did not hold.
alter table drop_log add column proposed bigint;

-- Whom the rejected rows of a full list tell all the same, until the list is settled: they are present in it.
create table told_person (
    row_id bigint primary key,
    nik bigint,
    match_key varchar(200) not null,
    birth_date date
);
create index told_person_nik on told_person (nik);
create index told_person_name on told_person (birth_date, match_key);

-- Live entries that the latest full list does not hold. OPEN: waits for the operator. CONFIRMED: ended by the operator.
-- KEPT: the operator says that the person stays. VOID: a later list speaks of the person, or a later full list came.
create table leaver_proposal (
    number bigint primary key,
    list_no bigint not null,
    entry_row_id bigint not null,
    state varchar(10) not null
);
create index leaver_proposal_list on leaver_proposal (list_no, state);
create index leaver_proposal_entry on leaver_proposal (entry_row_id, state);
insert into counter (name, last_given) values ('proposal', 0);
