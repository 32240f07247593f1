-- part: read
create macro tidy(raw) as (
  case when upper(trim(regexp_replace(raw, '\s+', ' ', 'g'))) in
      ('-', '--', '.', 'N/A', 'NULL', '#N/A', 'TIDAK ADA', 'BELUM ADA', 'TIDAK PUNYA', 'NIHIL', '?', 'KOSONG')
    then '' else trim(regexp_replace(raw, '\s+', ' ', 'g')) end
);

create macro is_scientific(nik) as regexp_full_match(nik, '[+-]?\d+[.,]?\d*[eE][+-]?\d+');

create macro clean_nik(tidied) as (
  case when is_scientific(tidied) then tidied
    -- no look-behind here: blanks, dots, commas and dashes go wherever a digit stands before them
    else regexp_replace(regexp_replace(tidied, '^''|^="|"$', '', 'g'), '(\d)[ .,-]+', '\1', 'g') end
);

create macro day_of(nik) as cast(substr(nik, 7, 2) as integer) % 40;

create macro day_in(century, nik) as
  try_cast(century || substr(nik, 11, 2) || '-' || substr(nik, 9, 2) || '-' || lpad(cast(day_of(nik) as varchar), 2, '0') as date);

create macro phone(tidied) as
  nullif('+62' || regexp_replace(regexp_replace(tidied, '\D', '', 'g'), '^(62|0)', ''), '+62');

create table month (name varchar primary key, number integer);
insert into month
select unnest(string_split(names, ' ')), number
from (values
  ('JANUARI JANUARY JAN', 1), ('FEBRUARI PEBRUARI FEBRUARY FEB PEB', 2), ('MARET MARCH MAR', 3), ('APRIL APR', 4),
  ('MEI MAY', 5), ('JUNI JUNE JUN', 6), ('JULI JULY JUL', 7), ('AGUSTUS AUGUST AGT AGS AUG', 8),
  ('SEPTEMBER SEPT SEP', 9), ('OKTOBER OCTOBER OKT OCT', 10), ('NOVEMBER NOPEMBER NOV NOP', 11),
  ('DESEMBER DECEMBER DES DEC', 12)
) spelt (names, number);

create table regency as select code from read_csv(${regions}, all_varchar = true) where level = 'regency';

create table listed as
select row_number() over () + 1 as row_no, clean_nik(tidy(coalesce("NIK", ''))) as nik,
  upper(tidy(coalesce("NAMA LENGKAP", ''))) as name, tidy(coalesce("NO KK", '')) as family_card,
  tidy(coalesce("TEMPAT LAHIR", '')) as birth_place, tidy(coalesce("TANGGAL LAHIR", '')) as birth_text,
  upper(tidy(coalesce("JENIS KELAMIN", ''))) as sex, tidy(coalesce("ALAMAT", '')) as address,
  tidy(coalesce("DESA", '')) as village, tidy(coalesce("KECAMATAN", '')) as district,
  tidy(coalesce("PEKERJAAN", '')) as occupation, phone(tidy(coalesce("NO HP", ''))) as phone,
  tidy(coalesce("NAMA IBU KANDUNG", '')) as mother_name
from read_csv(${list}, delim = ${delimiter}, header = true, all_varchar = true, quote = '"', escape = '"');

create table checked as
with parts as (
  select row_no,
    regexp_extract(birth_text, '^(\d{1,2})[-/. ]+(\d{1,2}|[A-Za-z]+)[-/. ]+(\d{4}|\d{2})$', ['day', 'month', 'year']) as written
  from listed
), dates as (
  select l.row_no,
    case when regexp_full_match(birth_text, '\d{4}-\d{1,2}-\d{1,2}') then try_cast(birth_text as date)
      when length(written.year) = 4
        then try_cast(written.year || '-' || coalesce(cast(m.number as varchar), written.month) || '-' || written.day as date)
      else try_cast('20' || written.year || '-' || coalesce(cast(m.number as varchar), written.month) || '-' || written.day as date)
    end as day,
    length(written.year) = 2 as century_open
  from listed l join parts p on p.row_no = l.row_no left join month m on m.name = upper(written.month)
), births as (
  select row_no, case when century_open and day > cast(${today} as date) - interval 10 year
    then cast(day - interval 100 year as date) else day end as birth_date
  from dates
)
select l.*, birth_date,
  concat_ws(';',
    case when nik in ('', '0') then 'NIK_MISSING'
      when is_scientific(nik) then 'NIK_SCIENTIFIC'
      when not regexp_full_match(nik, '\d+') then 'NIK_NOT_DIGITS'
      when length(nik) <> 16 then 'NIK_LENGTH'
      when nik = family_card then 'NIK_IS_FAMILY_CARD'
      when nik = repeat(nik[1], 16) or nik = '1234567890123456' then 'NIK_FILLER'
      when not exists (select 1 from regency where code = substr(nik, 1, 4)) then 'NIK_AREA'
      when substr(nik, 7, 2) > '71' or (day_in('19', nik) is null
        and coalesce(day_in('20', nik) > cast(${today} as date), true)) then 'NIK_DATE'
      when nik like '%0000' then 'NIK_SERIAL' end,
    case when birth_text = '' then 'BIRTH_DATE_MISSING'
      when birth_date is null then 'BIRTH_DATE_UNREADABLE'
      when birth_date > cast(${today} as date) then 'BIRTH_DATE_FUTURE'
      when birth_date > cast(${today} as date) - interval 18 year then 'AGE_BELOW'
      when birth_date <= cast(${today} as date) - interval 66 year then 'AGE_ABOVE' end) as codes
from listed l join births b on b.row_no = l.row_no;

-- part: dedup
create table worker (nik bigint primary key, row_no bigint, name varchar, birth_place varchar, birth_date date, sex varchar,
  address varchar, village varchar, district varchar, occupation varchar, phone varchar, mother_name varchar);
insert into worker
select cast(nik as bigint), row_no, name, birth_place, birth_date,
  case when sex in ('L', 'LK', 'LAKI-LAKI', 'PRIA', '1') then 'L'
    when sex in ('P', 'PR', 'PEREMPUAN', 'WANITA', '2') then 'P'
    when substr(nik, 7, 2) > '40' then 'P' else 'L' end,
  address, village, district, occupation, phone, mother_name
from checked
where codes = ''
qualify row_number() over (partition by nik order by row_no) = 1;

-- part: outcomes
copy (
  select c.row_no as row,
    case when codes <> '' then 'REJECTED' when w.row_no = c.row_no then 'ACCEPTED' else 'DUPLICATE' end as outcome,
    nullif(codes, '') as codes, case when w.row_no < c.row_no then w.row_no end as ref
  from checked c left join worker w on w.nik = case when codes = '' then cast(c.nik as bigint) end
  order by c.row_no
) to ${rows} (header true);

-- part: outbound
copy (
  select row_number() over (order by row_no) as "NO", nik as "NIK", name as "NAMA", birth_place as "TEMPAT_LAHIR",
    strftime(birth_date, '%d-%m-%Y') as "TANGGAL_LAHIR", sex as "JENIS_KELAMIN", address as "ALAMAT", village as "DESA",
    district as "KECAMATAN", occupation as "PEKERJAAN", phone as "NO_HP", mother_name as "NAMA_IBU",
    'JKK+JKM' as "PROGRAM", 1000000 as "UPAH", 16800 as "IURAN"
  from worker order by row_no
) to ${outbound} (header true);
