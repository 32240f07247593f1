-- Who may sign in at the console. No decision about a person: not in the journal, not rebuilt.
create table console_user (
    name varchar(40) primary key,
    role varchar(10) not null,
    regency varchar(4),
    -- ids, joined by commas
    programmes text not null,
    -- bcrypt
    password varchar(100) not null,
    -- of a password that is good for one sign-in: until when; null = chosen by its owner
    one_time_until timestamp(3) with time zone,
    failures int not null,
    locked_until timestamp(3) with time zone,
    version bigint not null
);
