-- The words of names, by which the console finds people: a word's first twelve signs as one number, so that a beginning
-- is a range in every database. Taken in behind the line, so that no list pays for it.
create table name_word (
    word bigint not null,
    row_id bigint not null,
    primary key (word, row_id)
);
-- the last of the drop's rows whose words are in it
alter table drop_log add column named bigint default 0 not null;
