-- What was removed because its retention was over: whose rows are named by the journal, never here. FORGOTTEN: gone from the
-- register, its files may still lie. DONE: all of it is gone, and the certificate lies.
create table purge (
    purge_no bigint primary key,
    purge_id varchar(20) not null,
    business_day date not null,
    asked_at timestamp(3) with time zone not null,
    actor varchar(200) not null,
    facts text not null,
    step varchar(10) not null
);
insert into counter (name, last_given) values ('purge', 0);

-- Of what is gone only the line in the log remains.
alter table drop_log add column purge_no bigint;
alter table answer_file add column purge_no bigint;
alter table batch add column purge_no bigint;
alter table iuran_month add column purge_no bigint;

-- A review or a case of somebody who is purged keeps its number and its rows.
alter table review alter column nik drop not null;
alter table claim_case alter column nik drop not null;

-- Scratch of the purge in hand: the NIKs that go, their rows, and rows of answers about them.
create table purging (
    nik bigint primary key,
    first_row_id bigint not null
);
create table purging_row (
    row_id bigint primary key
);
create table purging_answer (
    answer_no bigint not null,
    pos int not null,
    primary key (answer_no, pos)
);
