-- Who has the birth date and the match key of somebody with another NIK (SPEC section 5, PERSON_LOOKS_ALIKE).
-- What identifies a row beside its NIK, in the order in which it is asked for. A table and not an index of drop_row: it
-- is filled in one go and in its own order when a drop is settled. As an index it doubled the time of loading a list.
create table likeness (
    birth_date date not null,
    match_key varchar(4000) not null,
    nik bigint not null,
    row_id bigint not null,
    primary key (birth_date, match_key, nik, row_id)
);
insert into likeness (birth_date, match_key, nik, row_id)
select birth_date, match_key, nik, row_id from drop_row
where nik is not null and birth_date is not null and match_key <> ''
order by birth_date, match_key, nik, row_id;

-- A row that looks like somebody else, and the one row that says so: of a live entry its first row, else a row of the
-- same drop. Of many alike each names one, so that the table grows with the rows and not with their pairs.
create table look_alike (
    row_id bigint primary key,
    other_row_id bigint not null
);
create index look_alike_other on look_alike (other_row_id);
