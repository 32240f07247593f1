-- Who has the birth date and the match key of somebody with another NIK (SPEC section 5, PERSON_LOOKS_ALIKE).
create index drop_row_likeness on drop_row (birth_date, match_key, nik, row_id);

-- A row that looks like somebody else, and the one row that says so: of a live entry its first row, else a row of the
-- same drop. Of many alike each names one, so that the table grows with the rows and not with their pairs.
create table look_alike (
    row_id bigint primary key,
    other_row_id bigint not null
);
create index look_alike_other on look_alike (other_row_id);
