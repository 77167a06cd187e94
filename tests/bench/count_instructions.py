#!/usr/bin/env python3
"""Counts the instructions of three fixed pieces of work with valgrind and compares them with tests/bench/instructions.json.

    count_instructions.py PROGRAM BASELINE --build-type TYPE --compiler ID [--bless]

Exit status: 0 within the limit, 1 above it, 77 where nothing can be compared (ctest shows it as skipped): no valgrind, not a release
build, another compiler than the baseline's. `./dev bench --bless` writes the baseline anew.

The count is that of our own functions with all they call, without what the C library does: how many instructions memcpy, strlen and
malloc take depends on the machine and its libc, ours do not.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

LIMITS = {"fresh": 1.05, "edits": 1.05, "rules": 1.25}  # more than so many times the baseline fails; every new rule costs a little
WORTH_A_BLESSING = 0.95  # less than this is worth a new baseline
RUNS = {"fresh": "slipway::bench::counted_fresh", "edits": "slipway::bench::counted_edits",
        "rules": "slipway::bench::counted_rules"}
SKIPPED = 77


def count(program: str, run: str, function: str) -> int:
    """Instructions between entry and exit of the function, outside of the C library."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", f"--toggle-collect={function}*", "--compress-strings=no",
                   program, run]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"instruction counts: {' '.join(command)} failed:\n{done.stderr}")
        return own_cost(out.read_text(encoding="utf-8", errors="replace"))


def own_cost(profile: str) -> int:
    """Sums the self cost of all functions whose object is not part of the C library or its loader."""
    total = 0
    counts = True
    after_call = False
    for line in profile.splitlines():
        if line.startswith("ob="):
            counts = not re.search(r"/(libc|libm|ld-linux[^/]*|libpthread)[.-]", line)
        elif line.startswith("calls="):
            after_call = True  # the next line is the cost of the callee, which has lines of its own
        elif line and (line[0].isdigit() or line[0] in "+-*"):
            if counts and not after_call:
                total += int(line.split()[1])
            after_call = False
    return total


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("baseline", type=Path)
    parser.add_argument("--build-type", default="Release")
    parser.add_argument("--compiler", default="GNU")
    parser.add_argument("--bless", action="store_true")
    options = parser.parse_args()
    if shutil.which("valgrind") is None:
        print("skipped: valgrind is not installed (./dev setup installs it)")
        return SKIPPED
    if options.build_type != "Release" or options.compiler != "GNU":
        print(f"skipped: the baseline is that of g++ in a release build, this is {options.compiler}, {options.build_type}")
        return SKIPPED
    measured = {run: count(options.program, run, function) for run, function in RUNS.items()}
    if options.bless:
        options.baseline.write_text(json.dumps(measured, indent=2) + "\n", encoding="utf-8")
    expected = json.loads(options.baseline.read_text(encoding="utf-8"))
    too_slow = []
    for run, now in measured.items():
        ratio = now / expected[run]
        if ratio > LIMITS[run]:
            too_slow.append(run)
        print(f"{run}: {now:,} instructions, {(ratio - 1) * 100:+.1f} % against the baseline of {expected[run]:,}")
        if ratio < WORTH_A_BLESSING:
            print("  faster: hold on to it with ./dev bench --bless")
    for run in too_slow:
        print(f"{run} takes {LIMITS[run] - 1:.0%} more than the baseline, or worse. Find out why (./dev bench; valgrind --tool=callgrind "
              f"build/release/tests/bench/counted_runs {run}; callgrind_annotate) and mend it; if what was gained is worth it, ./dev bench --bless "
              "moves the baseline, and the commit says why.")
    if too_slow:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
