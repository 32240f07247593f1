"""Whether a peer came to Jembatan's outcomes, row by row, where the rules are ones that both know."""

import csv
from collections import Counter
from itertools import zip_longest

NIK_CODES = ["NIK_MISSING", "NIK_SCIENTIFIC", "NIK_NOT_DIGITS", "NIK_LENGTH", "NIK_IS_FAMILY_CARD", "NIK_FILLER"]
NIK_CODES += ["NIK_AREA", "NIK_DATE", "NIK_SERIAL"]
BIRTH_CODES = ["BIRTH_DATE_MISSING", "BIRTH_DATE_UNREADABLE", "BIRTH_DATE_FUTURE", "AGE_BELOW", "AGE_ABOVE"]
ERRORS_OF_JEMBATAN_ALONE = ["NAME_MISSING", "OCCUPATION_NOT_ELIGIBLE"]
COMPARED = ["NIK", "NAMA", "TANGGAL_LAHIR", "JENIS_KELAMIN"]


class Unequal(Exception):
    """Says where, and never who."""


def outcomes(jembatan_home, peer_out):
    """How many rows are equal, and how many only Jembatan keeps back, by why; or where the two part."""
    try:
        return _compare(jembatan_home, peer_out)
    except Unequal as difference:
        return {"unequal": str(difference)}


def _compare(jembatan_home, peer_out):
    (ours,) = jembatan_home.glob("reply/*/*/*/rows.csv")
    counts, alone = Counter(), Counter()
    with open(ours, newline="") as expected, open(peer_out / "rows.csv", newline="") as found:
        for one, other in zip_longest(csv.DictReader(expected), csv.DictReader(found)):
            if one is None or other is None or one["row"] != other["row"]:
                raise Unequal(f"row {(one or other)['row']} has no other")
            why = _alone(one)
            if why:
                alone[why] += 1
            elif _expected(one, other) != (other["outcome"], other["codes"], other.get("ref") or ""):
                raise Unequal(f"row {one['row']}: {one['outcome']} {one['codes']}, found {other['outcome']} {other['codes']}")
            else:
                counts[other["outcome"]] += 1
    people = _outbound(jembatan_home, peer_out, sum(alone.values()))
    return {"equal": dict(sorted(counts.items())), "jembatan alone": dict(sorted(alone.items())), "sent alike": people}


def _alone(row):
    """Why only Jembatan could keep the row back; empty where the common rules decide."""
    codes = row["codes"].split(";")
    if row["outcome"] == "REVIEW":
        return "REVIEW"
    if row["outcome"] == "REJECTED" and not set(codes) & set(NIK_CODES + BIRTH_CODES):
        return next(code for code in ERRORS_OF_JEMBATAN_ALONE if code in codes)
    return ""


def _expected(row, other):
    """What a peer should say: the first code of each kind; the row that counts, where it says that."""
    codes = row["codes"].split(";")
    first = [next((code for code in kind if code in codes), "") for kind in (NIK_CODES, BIRTH_CODES)]
    rejected = row["outcome"] == "REJECTED"
    return row["outcome"], ";".join(filter(None, first)) if rejected else "", row["ref"] if "ref" in other else ""


def _outbound(jembatan_home, peer_out, alone):
    """The people whom Jembatan sends are sent by the peer too, in the same words and order; it may send those that it lets through."""
    files = sorted(jembatan_home.glob("outbound/*/*/*-[0-9][0-9][0-9].csv"))
    people = more = 0
    with open(peer_out / "outbound.csv", newline="") as found:
        lines = csv.DictReader(found)
        for file in files:
            with open(file, newline="") as expected:
                for one in csv.DictReader(expected):
                    people += 1
                    other = next(lines, None)
                    while other is not None and other["NIK"] != one["NIK"]:
                        more += 1
                        other = next(lines, None)
                    if other is None or any(one[column] != other[column] for column in COMPARED):
                        raise Unequal(f"{file.name}, line {lines.line_num} of the peer's")
        more += sum(1 for _ in lines)
    if more > alone:
        raise Unequal(f"{more} people sent of {alone} that could be let through")
    return people
