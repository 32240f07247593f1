insert into counter (name, last_given) values ('answer', 0);

-- What a branch has put into answer/. Its id names the folder in which it is answered.
create table answer_file (
    answer_no bigint primary key,
    answer_id varchar(19) not null,
    branch varchar(80),
    file_name varchar(4000) not null,
    source_path varchar(16000) not null,
    source_removed boolean not null,
    sha256 varchar(64) not null,
    bytes bigint not null,
    received_at timestamp(3) with time zone not null,
    business_day date not null,
    step varchar(10) not null,
    refusal_code varchar(40),
    refusal_details text,
    sheets text,
    counts text,
    answered_at timestamp(3) with time zone
);
create index answer_file_step on answer_file (step, answer_no);
create index answer_file_bytes on answer_file (sha256, branch);

-- Every row of every answer file: what it says, and what became of it. The line is the one that it was taken for.
create table answer_row (
    answer_no bigint not null references answer_file,
    pos int not null,
    sheet int not null,
    row_no int not null,
    ref_batch varchar(120),
    ref_line int,
    nik bigint,
    rounded_nik bigint,
    match_key varchar(4000),
    verdict varchar(8),
    kpj varchar(11),
    why varchar(4000),
    batch_id bigint,
    line_no int,
    outcome varchar(13),
    reason varchar(20),
    primary key (answer_no, pos)
);
create index answer_row_line on answer_row (batch_id, line_no, answer_no);

-- The answer that a line has: the first that was given and contradicts nothing.
create table line_answer (
    batch_id bigint not null references batch,
    line_no int not null,
    answer_no bigint not null references answer_file,
    pos int not null,
    verdict varchar(8) not null,
    kpj varchar(11),
    primary key (batch_id, line_no)
);
create index line_answer_row on line_answer (answer_no, pos);

-- Scratch of the answers in hand: which lines a row without REF could mean.
create table answering (
    pos int not null,
    batch_id bigint not null,
    line_no int not null,
    waits boolean not null
);
create index answering_pos on answering (pos);

-- lines of a person's versions, and lines of an entry
create index batch_line_person on batch_line (data_row_id);
create index batch_line_entry on batch_line (row_id);
-- whether a branch refused a row that comes back repaired
create index notice_row_row on notice_row (row_id);

-- a line that is sent again keeps the REF under which it was sent first
alter table batch_line add column ref_batch_id bigint;
alter table batch_line add column ref_line_no int;

-- which batches' bills are paid, as the operator was told last
create table payment (
    batch_id bigint primary key references batch,
    paid_on date not null,
    reference varchar(200) not null,
    actor varchar(200) not null
);
