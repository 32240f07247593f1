"""Who is measured, and how each is started."""

import shutil
from pathlib import Path

import measure

HERE = Path(__file__).resolve().parent
PEERS = HERE.parent
ROOT = PEERS.parent.parent
TODAY = "2025-06-02"
HEAP = "256m"
REGIONS = ROOT / "src/main/resources/reference/regions.csv"
PYTHON = "/usr/bin/python3"  # Debian's, whose python3-pandas it is


def java(heap=HEAP):
    classes = f"{PEERS}/target/classes:{(PEERS / 'target/classpath.txt').read_text().strip()}"
    return ["java", f"-Xmx{heap}", "-XX:+UseSerialGC", "-cp", classes]


class Contender:
    """One way to do the work, or one limit."""

    def __init__(self, name, title, database=None, does_all=True):
        self.name, self.title, self.database, self.does_all = name, title, database, does_all

    def run(self, lists, out, url):
        raise NotImplementedError


class Jembatan(Contender):
    """The whole way, as its users go it: two commands, from drop/ to reply/ and to outbound/."""

    def run(self, lists, out, url):
        home = out / "home"
        drop = home / "drop/9203-fakfak/pekerja-rentan-2025"
        drop.mkdir(parents=True)
        shutil.copy(lists["csv"], drop / "list.csv")
        settings = ["--home", home, "--config", self._places_for_all(out), "--set", f"jembatan.today={TODAY}"]
        if url:
            settings += ["--set", f"jembatan.db.url={url}", "--set", "jembatan.db.user=postgres"]
            settings += ["--set", "jembatan.db.password=postgres"]
        took = measure.Took()
        parts = {}
        for word in ("ingest", "enrol"):
            command = [ROOT / "bin/jembatan", *settings, word]
            one = measure.run(command, out / f"{word}.log", {"JEMBATAN_JAVA_OPTS": f"-Xmx{HEAP}"}, good=(0, 1))
            parts[word] = [one.wall, one.cpu]
            took += one
        return took, parts

    @staticmethod
    def _places_for_all(out):
        """The product's configuration, its programme paying for everybody."""
        config = out / "config"
        shutil.copytree(ROOT / "config", config)
        regency = config / "regencies/9203-fakfak.yaml"
        text = regency.read_text()
        for promised in ("quota: 10000\n", "budget: 2016000000\n"):
            if text.count(promised) != 1:
                raise RuntimeError(f"expected one {promised.strip()} in {regency.name}")
            text = text.replace(promised, promised.strip() + "0000\n")
        regency.write_text(text)
        return config


class InJava(Contender):
    """One of id.jembatan.peers.Peers."""

    def __init__(self, name, title, url="", main=None, heap=HEAP, form="csv", **more):
        super().__init__(name, title, **more)
        self.url, self.main, self.heap, self.form = url, main or name, heap, form

    def run(self, lists, out, url):
        own = f"{url}?user=postgres&password=postgres&reWriteBatchedInserts=true" if url else self.url.format(out=out)
        command = [*java(self.heap), "id.jembatan.peers.Peers", self.main, lists[self.form], ",", out, own, REGIONS, TODAY]
        return measure.run(command, out / "log"), None


class Pandas(Contender):
    def run(self, lists, out, url):
        command = [PYTHON, PEERS / "pandas/peer.py", lists["csv"], ",", out, REGIONS, TODAY]
        return measure.run(command, out / "log"), None


H2 = "jdbc:h2:file:{out}/peer"
ALL = [
    Jembatan("jembatan-h2", "Jembatan, H2"),
    Jembatan("jembatan-postgresql", "Jembatan, PostgreSQL", database="jembatan"),
    InJava("spring-batch-h2", "Spring Batch, H2", H2, main="spring-batch"),
    InJava("spring-batch-postgresql", "Spring Batch, PostgreSQL", main="spring-batch", database="batch"),
    # it remembers every NIK in memory, and needs more of it
    InJava("plain-camel", "plain Camel, H2", H2, heap="2g"),
    InJava("duckdb", "DuckDB", "jdbc:duckdb:{out}/peer"),
    Pandas("pandas", "pandas, SQLite"),
    InJava("bytes", "the file's bytes", does_all=False),
    InJava("fastcsv", "parsing: FastCSV", does_all=False),
    InJava("commons-csv", "parsing: commons-csv", does_all=False),
    InJava("jackson", "parsing: Jackson, NDJSON", form="ndjson", does_all=False),
    InJava("fastexcel-reader", "parsing: fastexcel-reader, XLSX", form="xlsx", does_all=False),
    InJava("load-h2", "loading, one row a NIK: H2", H2, does_all=False),
    InJava("load-postgresql", "loading, one row a NIK: PostgreSQL", database="bare", does_all=False),
]
