-- Which row of an earlier drop a repaired row stands for, as its JEMBATAN_REF says; root is the row that came first of all.
create table repair (
    row_id bigint primary key,
    of_row_id bigint not null,
    root_row_id bigint
);
create index repair_of on repair (of_row_id);
create index repair_root on repair (root_row_id);

-- The rows that a review is about. STANDS: waits for a person. REPLACED: a repaired row stands in its place. FREED: the
-- review is over and the row has an outcome after all. PAST: its programme is over.
create table review_row (
    row_id bigint primary key,
    review_no bigint not null references review,
    state varchar(10) not null,
    settled_by bigint,
    outcome varchar(10),
    ref varchar(1000)
);
create index review_row_review on review_row (review_no, state);
create index review_row_settled on review_row (settled_by);
insert into review_row (row_id, review_no, state)
select o.row_id, v.review_no, 'STANDS'
from review v
join drop_row r on r.nik = v.nik
join row_outcome o on o.row_id = r.row_id and o.outcome = 'REVIEW'
join drop_log l on l.receipt = o.row_id / 100000000 and l.regency = v.regency
where v.closed = false;

-- Who waits with the lower number waits longer; among equals the lower row. A row that a review held up takes its place
-- when it is freed, behind all who came before that.
alter table entry add column queue bigint default 0 not null;
drop index entry_programme;
create index entry_programme on entry (programme_no, state, queue, row_id);
insert into counter (name, last_given) values ('queue', 0);

alter table drop_log add column repair text;
