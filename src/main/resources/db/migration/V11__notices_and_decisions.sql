insert into counter (name, last_given) values ('notice', 0);
insert into counter (name, last_given) values ('decision', 0);

-- What an office is told of rows of an earlier drop after its reply was written. One notice of one transaction and drop;
-- ordinal counts in the drop's reply folder, from 1, without gaps. Written: the files lie, or lay, in that folder.
create table notice (
    notice_no bigint primary key,
    receipt bigint not null,
    ordinal int not null,
    cause varchar(12) not null,
    business_day date not null,
    written boolean not null
);
create index notice_receipt on notice (receipt);
create index notice_written on notice (written, notice_no);
create table notice_row (
    notice_no bigint not null references notice,
    row_id bigint not null,
    became varchar(12) not null,
    ref varchar(1000),
    primary key (notice_no, row_id)
);

-- What a person decided of a review or of a case; person counts the persons of the review as they were shown.
create table decision (
    decision_no bigint primary key,
    review_no bigint,
    case_no bigint,
    choice varchar(10) not null,
    person int,
    version varchar(16) not null,
    actor varchar(200) not null,
    reason varchar(4000) not null,
    business_day date not null,
    after_receipt bigint not null,
    after_notice bigint not null,
    queue bigint not null,
    undone boolean not null
);
create index decision_review on decision (review_no);
create index decision_case on decision (case_no);
-- entries that a decision ended, and as what
create table decision_entry (
    decision_no bigint not null references decision,
    entry_row_id bigint not null,
    state varchar(10) not null,
    primary key (decision_no, entry_row_id)
);
-- who owns a NIK in a regency and who does not, told by match key and birth date: not asked again
create table nik_verdict (
    nik bigint not null,
    regency varchar(4) not null,
    match_key varchar(4000) not null,
    birth_date date,
    is_owner boolean not null,
    superseded_by bigint,
    decision_no bigint not null references decision
);
create index nik_verdict_nik on nik_verdict (nik, regency);
create index nik_verdict_decision on nik_verdict (decision_no);

-- DENIED: the NIK is another's. A row that a case freed stands under no review; decision_no says who freed it.
alter table review_row alter column review_no drop not null;
alter table review_row add column decision_no bigint;
create index review_row_decision on review_row (decision_no);

-- OPEN, decided (THEIRS, OURS, NEITHER), or OVER: the other entry has ended
alter table claim_case add column state varchar(10) default 'OPEN' not null;
create index claim_case_state on claim_case (state, case_no);
