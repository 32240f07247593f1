"""Measures Jembatan and its peers on the same list; `make bench-peers`. Writes measured/<rows>.json, the table and the plot."""

import argparse
import datetime
import json
import os
import shutil
import subprocess
from pathlib import Path

import compare
import contenders
import measure
import table

WORK = contenders.PEERS / "target/work"
LISTS = contenders.PEERS / "target/lists"
MEASURED = contenders.PEERS / "measured"
OURS = "jembatan-h2"  # whose outcomes are compared with


def write_lists(rows):
    """The same rows as CSV, XLSX and NDJSON, by Jembatan's own list maker."""
    root = contenders.ROOT
    classes = f"{root}/target/classes:{root}/target/test-classes:{(root / 'target/test-classpath.txt').read_text()}"
    LISTS.mkdir(parents=True, exist_ok=True)
    lists = {form: LISTS / f"{rows}.{form}" for form in ("csv", "xlsx", "ndjson")}
    for file in lists.values():
        if not file.exists():
            maker = ["java", "-Xmx256m", "-cp", classes, "id.jembatan.demo.ListForPeers", file, str(rows)]
            subprocess.run(maker, check=True)
    return lists


def run_once(contender, lists, postgres, work):
    out = work / contender.name
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    url = postgres.new_database(contender.database) if contender.database else None
    before = postgres.spent() if url else 0
    took, parts = contender.run(lists, out, url)
    return {
        "wall": round(took.wall, 2),
        "cpu": round(took.cpu + (postgres.spent() - before if url else 0), 2),
        "peak": took.peak,
        "load": round(os.getloadavg()[0], 1),
        "parts": parts or json.loads(took.said),
    }


def measure_all(rows, chosen, runs, patience, anew):
    """A round after the other, so that what else the machine does meets all of them; who takes long is not asked again."""
    file = MEASURED / f"{rows}.json"
    work = WORK / str(rows)
    lists = write_lists(rows)
    if anew or not file.exists():
        shutil.rmtree(work, ignore_errors=True)
        results = {"rows": rows, "bytes": lists["csv"].stat().st_size, "cores": os.cpu_count(), "contenders": {}}
    else:
        results = json.loads(file.read_text())
    results["day"] = datetime.date.today().isoformat()
    results["contenders"].update({one.name: {"runs": []} for one in chosen})
    work.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(work / "postgresql", ignore_errors=True)
    served = any(one.database for one in chosen)
    postgres = measure.Postgres(contenders.java(), work / "postgresql") if served else None
    try:
        for _ in range(runs):
            for contender in chosen:
                entry = results["contenders"][contender.name]
                if any(run["wall"] > patience for run in entry["runs"]):
                    continue
                entry["runs"].append(run_once(contender, lists, postgres, work))
                print(rows, contender.name, entry["runs"][-1], flush=True)
                if contender.does_all and not isinstance(contender, contenders.Jembatan):
                    entry["outcomes"] = compare.outcomes(work / OURS / "home", work / contender.name)
                    print(rows, contender.name, entry["outcomes"], flush=True)
                if contender.name != OURS:
                    shutil.rmtree(work / contender.name)  # ten million rows leave many gigabytes
                file.parent.mkdir(exist_ok=True)
                file.write_text(json.dumps(results, indent=1) + "\n")
    finally:
        if postgres:
            postgres.stop()
    return [name for name, entry in results["contenders"].items() if "unequal" in entry.get("outcomes", {})]


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", default="100000", help="one size or several, by commas")
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--patience", type=float, default=180, help="seconds after which one is not run again")
    options.add_argument("--only", help="names by commas; they are added to what was measured before")
    options.add_argument("--table", action="store_true", help="only writes table and plot from what was measured")
    asked = options.parse_args()
    names = asked.only.split(",") if asked.only else [one.name for one in contenders.ALL]
    chosen = [one for one in contenders.ALL if one.name in names]
    if not Path(contenders.PYTHON).exists() or subprocess.run([contenders.PYTHON, "-c", "import pandas"], check=False).returncode:
        print("python3-pandas is not installed: pandas is left out")
        chosen = [one for one in chosen if one.name != "pandas"]
    unequal = []
    for rows in asked.rows.split(",") if not asked.table else []:
        unequal += measure_all(int(rows), chosen, asked.runs, asked.patience, anew=not asked.only)
    table.write(MEASURED, contenders.ROOT / "docs")
    if unequal:
        raise SystemExit("other outcomes than Jembatan's: " + ", ".join(unequal))


main()
