create table checked_row (
  row_no      bigint primary key,
  nik         bigint,
  name        varchar(200),
  birth_place varchar(200),
  birth_date  date,
  sex         char(1),
  address     varchar(500),
  village     varchar(200),
  district    varchar(200),
  occupation  varchar(200),
  phone       varchar(40),
  mother_name varchar(200),
  codes       varchar(100)
);

create table worker (
  nik         bigint primary key,
  row_no      bigint unique,
  name        varchar(200),
  birth_place varchar(200),
  birth_date  date,
  sex         char(1),
  address     varchar(500),
  village     varchar(200),
  district    varchar(200),
  occupation  varchar(200),
  phone       varchar(40),
  mother_name varchar(200)
);
