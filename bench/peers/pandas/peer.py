"""pandas with SQLite, on the work that package-info.java tells of: LIST DELIMITER OUT REGIONS TODAY."""

import json
import sqlite3
import sys
import time

import pandas as pd

NOTHING = ["-", "--", ".", "N/A", "NULL", "#N/A", "TIDAK ADA", "BELUM ADA", "TIDAK PUNYA", "NIHIL", "?", "KOSONG"]
MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "JANUARI JANUARY JAN",
            "FEBRUARI PEBRUARI FEBRUARY FEB PEB",
            "MARET MARCH MAR",
            "APRIL APR",
            "MEI MAY",
            "JUNI JUNE JUN",
            "JULI JULY JUL",
            "AGUSTUS AUGUST AGT AGS AUG",
            "SEPTEMBER SEPT SEP",
            "OKTOBER OCTOBER OKT OCT",
            "NOVEMBER NOPEMBER NOV NOP",
            "DESEMBER DECEMBER DES DEC",
        ],
        1,
    )
    for name in names.split()
}
SEXES = {**dict.fromkeys(["L", "LK", "LAKI-LAKI", "PRIA", "1"], "L"), **dict.fromkeys(["P", "PR", "PEREMPUAN", "WANITA", "2"], "P")}
SCIENTIFIC = r"[+-]?\d+[.,]?\d*[eE][+-]?\d+"
CHUNK = 100_000  # rows in memory at a time: the whole list would not fit at ten million


class Phases:
    """How long each part of the work took, in seconds, and of the processors."""

    def __init__(self):
        self.parts = {}
        self.last = time.perf_counter(), time.process_time()

    def done(self, part):
        now = time.perf_counter(), time.process_time()
        seconds, spent = self.parts.get(part, (0, 0))
        self.parts[part] = seconds + now[0] - self.last[0], spent + now[1] - self.last[1]
        self.last = now


def tidy(column):
    text = column.str.replace(r"\s+", " ", regex=True).str.strip()
    return text.mask(text.str.upper().isin(NOTHING), "")


def clean_nik(tidied):
    bare = tidied.str.replace(r"^'|^=?\"|\"$", "", regex=True)
    joined = bare.str.replace(r"(?<=\d)[ .,-]+(?=\d)", "", regex=True)
    return bare.where(bare.str.fullmatch(SCIENTIFIC), joined)


def to_date(year, month, day):
    return pd.to_datetime(year + "-" + month.str.zfill(2) + "-" + day.str.zfill(2), format="%Y-%m-%d", errors="coerce")


def read_birth(text, today):
    dayfirst = text.str.extract(r"^(\d{1,2})[-/. ]+(\d{1,2}|[A-Za-z]+)[-/. ]+(\d{4}|\d{2})$")
    month = dayfirst[1].str.upper().replace({name: str(number) for name, number in MONTHS.items()})
    short = dayfirst[2].str.len() == 2
    birth = to_date(dayfirst[2].mask(short, "20" + dayfirst[2]), month, dayfirst[0])
    last_century = short & (birth > today - pd.DateOffset(years=10))
    birth = birth.mask(last_century, birth - pd.DateOffset(years=100))
    iso = pd.to_datetime(text.where(text.str.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}")), format="%Y-%m-%d", errors="coerce")
    return birth.fillna(iso)


def nik_fault(nik, family_card, regencies, today):
    sixteen = nik.where(nik.str.fullmatch(r"\d{16}"))
    day = (pd.to_numeric(sixteen.str[6:8]) % 40).astype("Int64").astype(str)
    this_century = to_date("20" + sixteen.str[10:12], sixteen.str[8:10], day)
    dated = (sixteen.str[6:8] <= "71") & (
        to_date("19" + sixteen.str[10:12], sixteen.str[8:10], day).notna() | (this_century <= today)
    )
    fault = pd.Series("", index=nik.index)
    # the first that applies wins, so the last is set first
    for code, applies in [
        ("NIK_SERIAL", nik.str.endswith("0000")),
        ("NIK_DATE", ~dated),
        ("NIK_AREA", ~nik.str[:4].isin(regencies)),
        ("NIK_FILLER", nik.str.fullmatch(r"(\d)\1{15}|1234567890123456")),
        ("NIK_IS_FAMILY_CARD", nik == family_card),
        ("NIK_LENGTH", nik.str.len() != 16),
        ("NIK_NOT_DIGITS", ~nik.str.fullmatch(r"\d+")),
        ("NIK_SCIENTIFIC", nik.str.fullmatch(SCIENTIFIC)),
        ("NIK_MISSING", nik.isin(["", "0"])),
    ]:
        fault = fault.mask(applies, code)
    return fault


def birth_fault(text, birth, today):
    fault = pd.Series("", index=text.index)
    for code, applies in [
        ("AGE_ABOVE", birth <= today - pd.DateOffset(years=66)),
        ("AGE_BELOW", birth > today - pd.DateOffset(years=18)),
        ("BIRTH_DATE_FUTURE", birth > today),
        ("BIRTH_DATE_UNREADABLE", birth.isna()),
        ("BIRTH_DATE_MISSING", text == ""),
    ]:
        fault = fault.mask(applies, code)
    return fault


def check(listed, regencies, today):
    cells = listed.apply(tidy)
    nik = clean_nik(cells["NIK"])
    birth = read_birth(cells["TANGGAL LAHIR"], today)
    codes = (
        nik_fault(nik, cells["NO KK"], regencies, today)
        .str.cat(birth_fault(cells["TANGGAL LAHIR"], birth, today), sep=";")
        .str.strip(";")
    )
    phone = cells["NO HP"].str.replace(r"\D", "", regex=True).str.replace(r"^(62|0)", "", regex=True)
    by_nik = (nik.str[6:8] > "40").map({True: "P", False: "L"})
    return pd.DataFrame(
        {
            "row": listed.index + 2,
            "nik": nik,
            "name": cells["NAMA LENGKAP"].str.upper(),
            "birth_place": cells["TEMPAT LAHIR"],
            "birth_date": birth.dt.strftime("%d-%m-%Y"),
            "sex": cells["JENIS KELAMIN"].str.upper().map(SEXES).fillna(by_nik),
            "address": cells["ALAMAT"],
            "village": cells["DESA"],
            "district": cells["KECAMATAN"],
            "occupation": cells["PEKERJAAN"],
            "phone": ("+62" + phone).mask(phone == "", ""),
            "mother_name": cells["NAMA IBU KANDUNG"],
            "codes": codes,
        }
    )


OUTBOUND = {
    "nik": "NIK",
    "name": "NAMA",
    "birth_place": "TEMPAT_LAHIR",
    "birth_date": "TANGGAL_LAHIR",
    "sex": "JENIS_KELAMIN",
    "address": "ALAMAT",
    "village": "DESA",
    "district": "KECAMATAN",
    "occupation": "PEKERJAAN",
    "phone": "NO_HP",
    "mother_name": "NAMA_IBU",
}


def write_outbound(database, file):
    number = 1
    for people in pd.read_sql("select * from worker order by row", database, chunksize=CHUNK):
        lines = people.rename(columns=OUTBOUND)[list(OUTBOUND.values())]
        lines.insert(0, "NO", range(number, number + len(lines)))
        lines = lines.assign(PROGRAM="JKK+JKM", UPAH=1_000_000, IURAN=16_800)
        lines.to_csv(file, mode="a", header=number == 1, index=False)
        number += len(lines)


def main(listed, delimiter, out, regions, today):
    phases = Phases()
    today = pd.Timestamp(today)
    areas = pd.read_csv(regions, dtype=str)
    regencies = set(areas.loc[areas["level"] == "regency", "code"])
    database = sqlite3.connect(f"{out}/peer.sqlite")
    database.execute(
        "create table worker (nik integer primary key, row integer, name text, birth_place text, birth_date text, sex text,"
        " address text, village text, district text, occupation text, phone text, mother_name text)"
    )
    phases.done("start")
    first_rows = pd.Series(dtype="int64")
    head = True
    for chunk in pd.read_csv(listed, sep=delimiter, dtype=str, keep_default_na=False, chunksize=CHUNK):
        checked = check(chunk, regencies, today)
        phases.done("read")
        good = checked[checked["codes"] == ""]
        once = good.drop_duplicates("nik")
        new = once[~once["nik"].isin(first_rows.index)]
        first_rows = pd.concat([first_rows, new.set_index("nik")["row"]])
        new.assign(nik=new["nik"].astype("int64")).drop(columns="codes").to_sql("worker", database, if_exists="append", index=False)
        phases.done("dedup")
        first = good["nik"].map(first_rows).reindex(checked.index)
        checked["outcome"] = "DUPLICATE"
        checked.loc[first == checked["row"], "outcome"] = "ACCEPTED"
        checked.loc[checked["codes"] != "", "outcome"] = "REJECTED"
        checked["ref"] = first.where(checked["outcome"] == "DUPLICATE").astype("Int64")
        checked[["row", "outcome", "codes", "ref"]].to_csv(f"{out}/rows.csv", mode="a", header=head, index=False)
        head = False
        phases.done("outcomes")
    database.commit()
    write_outbound(database, f"{out}/outbound.csv")
    phases.done("outbound")
    print(json.dumps(phases.parts))


main(*sys.argv[1:])
