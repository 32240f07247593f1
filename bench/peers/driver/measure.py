"""Runs a process and says what it took, seen from outside."""

import os
import subprocess
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


class Took:
    """Seconds by the clock and of the processors, and the most resident memory in MB, of one process or several after each other."""

    def __init__(self, wall=0.0, cpu=0.0, peak=0, said=""):
        self.wall, self.cpu, self.peak, self.said = wall, cpu, peak, said

    def __add__(self, other):
        return Took(self.wall + other.wall, self.cpu + other.cpu, max(self.peak, other.peak), self.said + other.said)


def run(command, log, env=None, good=(0,)):
    """Its children count too once they have ended; what it prints is kept, what it complains of is in the log."""
    start = time.monotonic()
    with open(log, "wb") as complaints:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=complaints, env={**os.environ, **(env or {})})
        said = process.stdout.read().decode()
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in good:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}: see {log}")
    return Took(time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, said)


class Postgres:
    """The server that PostgresServer starts; its processes are asked for what they spent."""

    def __init__(self, java, folder):
        self.folder = Path(folder)
        self.process = subprocess.Popen(
            [*java, "id.jembatan.peers.PostgresServer", str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def new_database(self, name):
        self.process.stdin.write(name + "\n")
        self.process.stdin.flush()
        url = self.process.stdout.readline().strip()
        if not url:
            raise RuntimeError("PostgreSQL did not start")
        return url

    def spent(self):
        """Seconds of the processors, of all its processes, ended ones too."""
        master = int((self.folder / "postmaster.pid").read_text().split()[0])
        stats = [stat for stat in map(_stat, Path("/proc").glob("[0-9]*")) if stat]
        return sum(
            sum(stat["own"]) + (sum(stat["ended"]) if stat["pid"] == master else 0)
            for stat in stats
            if master in (stat["pid"], stat["parent"])
        ) / TICKS

    def stop(self):
        self.process.stdin.close()
        self.process.wait(60)


def _stat(folder):
    try:
        fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
    except (FileNotFoundError, ProcessLookupError):
        return None  # it has ended since it was listed
    own, ended = map(int, fields[11:13]), map(int, fields[13:15])
    return {"pid": int(folder.name), "parent": int(fields[1]), "own": list(own), "ended": list(ended)}
