-- What a list of leavers or a confirmed full list changed, so that it can be taken back (see docs/rationale/taking-back.md).

-- Of an entry that has ended: the state in which it was. Who noted its last day: the receipt of a list of leavers, or the
-- first receipt of a full list; nothing where a person did so by hand.
alter table entry add column ended_from varchar(10);
alter table entry add column left_by bigint;
-- Of an entry that waits: the first night that would have given it a place, if it had none elsewhere.
alter table entry add column passed_on date;

-- Of a row of a list of leavers that ends somebody: whose entry, and which last day was noted before.
alter table leaving add column entry_row_id bigint;
alter table leaving add column before_on date;
alter table leaving add column before_reason varchar(40);
alter table leaving add column before_by bigint;
create index leaving_entry on leaving (entry_row_id);

-- The same of a proposal that was confirmed; and of one that is void the drop that made it so, by naming the person or
-- because it is a later full list.
alter table leaver_proposal add column before_on date;
alter table leaver_proposal add column before_reason varchar(40);
alter table leaver_proposal add column before_by bigint;
alter table leaver_proposal add column voided_by bigint;
alter table leaver_proposal add column voided_all boolean default false not null;
create index leaver_proposal_voided on leaver_proposal (voided_by);

-- What had happened when a drop was settled, or when a full list (by its first receipt) was confirmed: the last of each.
create table drop_moment (
    receipt bigint not null,
    confirmed boolean not null,
    last_receipt bigint not null,
    last_notice bigint not null,
    last_batch bigint not null,
    last_decision bigint not null,
    last_queue bigint not null,
    primary key (receipt, confirmed)
);

-- Which decision of a case freed a row that something else had freed before: told apart when the case is taken back.
alter table review_row add column prior_settled_by bigint;
alter table review_row add column prior_decision_no bigint;

-- The last line of the audit trail that was written with this register: whoever cuts lines off its end is found out.
create table audit_mark (
    line bigint not null,
    hash varchar(64) not null
);
