-- The register. Valid for H2 and PostgreSQL; see ARCHITECTURE.md for the life of a row.
-- A row's id is receipt * 100,000,000 + its position in the drop: one number names a row everywhere, a drop is a
-- range, and both databases append in key order.

create table counter (
    name varchar(20) primary key,
    last_given bigint not null
);
insert into counter (name, last_given) values ('receipt', 0);
insert into counter (name, last_given) values ('journal', 0);
insert into counter (name, last_given) values ('batch', 0);
insert into counter (name, last_given) values ('review', 0);
insert into counter (name, last_given) values ('case', 0);
-- whoever settles or freezes holds this row: one at a time over all nodes
insert into counter (name, last_given) values ('turn', 0);

create table programme (
    no int primary key,
    regency varchar(4) not null,
    id varchar(80) not null,
    unique (regency, id)
);

create table drop_log (
    receipt bigint primary key,
    drop_id varchar(19) not null,
    regency varchar(4),
    programme_no int references programme,
    file_name varchar(4000) not null,
    source_path varchar(16000) not null,
    source_removed boolean not null,
    sha256 varchar(64) not null,
    bytes bigint not null,
    received_at timestamp(3) with time zone not null,
    business_day date not null,
    step varchar(10) not null,
    status varchar(8),
    refusal_code varchar(40),
    refusal_details text,
    first_receipt bigint,
    sheets text,
    reading text,
    outcomes text,
    places text,
    node varchar(80),
    lease_until timestamp(3) with time zone
);
create index drop_log_step on drop_log (step, receipt);
create index drop_log_bytes on drop_log (sha256, programme_no);
create index drop_log_day on drop_log (business_day);

-- Every row of every drop as it was normalised; a rejected row keeps only its place and its codes. A row that became
-- an entry, or changed one, is a version of that person's data, completed from the version before it.
create table drop_row (
    row_id bigint primary key,
    sheet int not null,
    row_no int not null,
    codes varchar(2000),
    nik bigint,
    name varchar(4000),
    match_key varchar(4000),
    birth_date date,
    sex varchar(1),
    base decimal(19, 2),
    family_card varchar(1000000),
    birth_place varchar(1000000),
    address varchar(1000000),
    rt varchar(1000000),
    rw varchar(1000000),
    village varchar(1000000),
    district varchar(1000000),
    occupation varchar(1000000),
    sector varchar(1000000),
    job_position varchar(1000000),
    phone varchar(1000000),
    mother_name varchar(1000000),
    wage varchar(1000000),
    employer varchar(1000000),
    npp varchar(1000000),
    kpj varchar(1000000),
    start_date varchar(1000000),
    disability varchar(1000000),
    note varchar(1000000)
);
-- the one index by person
create index drop_row_nik on drop_row (nik);

create table row_outcome (
    row_id bigint primary key,
    outcome varchar(10) not null,
    ref varchar(1000)
);

-- One person in one programme; its id is the row that first brought the person in.
create table entry (
    row_id bigint primary key,
    programme_no int not null references programme,
    state varchar(10) not null,
    data_row_id bigint not null,
    base decimal(19, 2) not null,
    batch_id bigint,
    sent_month date,
    ended_on date,
    end_reason varchar(40),
    kpj varchar(11)
);
create index entry_programme on entry (programme_no, state, row_id);

-- Scratch of the settlement in hand: what was decided for a NIK that the drop or the register holds more than once.
create table settling (
    nik bigint primary key,
    decision varchar(10) not null,
    first_row_id bigint not null,
    first_sheet int not null,
    ref varchar(1000),
    ref_here varchar(1000),
    ref_elsewhere varchar(1000),
    entry_row_id bigint
);

create table review (
    review_no bigint primary key,
    regency varchar(4) not null,
    nik bigint not null,
    opened_by bigint not null,
    closed boolean not null
);
create index review_nik on review (nik, regency);

create table claim_case (
    case_no bigint primary key,
    regency varchar(4) not null,
    nik bigint not null,
    entry_row_id bigint not null,
    opened_by bigint not null
);
create index claim_case_nik on claim_case (nik);

create table batch (
    batch_id bigint primary key,
    number varchar(120) not null unique,
    kind varchar(10) not null,
    programme_no int not null references programme,
    branch varchar(80) not null,
    business_day date not null,
    state varchar(10) not null,
    profile varchar(80) not null,
    people bigint not null,
    months int not null,
    monthly text not null,
    total decimal(19, 0) not null,
    manifest_sha256 varchar(64)
);
create index batch_branch on batch (branch, batch_id);
create index batch_state on batch (state, batch_id);

create table batch_line (
    batch_id bigint not null references batch,
    line_no int not null,
    row_id bigint not null,
    data_row_id bigint not null,
    base decimal(19, 2) not null,
    primary key (batch_id, line_no)
);

-- which nights' enrolment is done
create table night (
    regency varchar(4) not null,
    business_day date not null,
    primary key (regency, business_day)
);

-- written in the transaction that it records; moved to journal/ before anything of it is published
create table journal_outbox (
    seq bigint primary key,
    body text not null
);
