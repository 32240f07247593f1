-- What of the answers a person has to look at: a shelf of its own, because it is few of many and status asks for it every
-- time. A decision takes the row for the answer of a line, or for none; not_verdict and not_kpj are the answer that it
-- turned down, and is not asked about again.
create table answer_question (
    answer_no bigint not null references answer_file,
    pos int not null,
    decided_on date,
    batch_id bigint,
    line_no int,
    actor varchar(200),
    reason varchar(4000),
    not_verdict varchar(8),
    not_kpj varchar(11),
    primary key (answer_no, pos)
);
insert into answer_question (answer_no, pos)
select answer_no, pos from answer_row where outcome in ('CONTRADICTORY', 'REVIEW');

-- whether a KPJ is somebody else's too
create index line_answer_kpj on line_answer (kpj);
