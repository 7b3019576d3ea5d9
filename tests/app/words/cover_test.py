# SPDX-License-Identifier: GPL-3.0-or-later
"""Every error code that the sources make has a sentence in app/words*.cpp."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
FOLDERS = ("model", "sync", "app")
# Events of the server's log: read by machines, never shown as an error.
LOG_ONLY = {"admin.done", "line.opened", "line.closed", "line.rejected", "server.resumed"}
MADE = re.compile(r'\b(?:Error|Fault|withRetry)(?:\s+\w+)?\s*[({]\s*"([a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)?)"')
KNOWN = re.compile(r'Sentence\{\s*"([^"]+)"')


def codes_made():
    made = {}
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".h", ".cpp") and not path.name.startswith("words"):
                for code in MADE.findall(path.read_text(encoding="utf-8")):
                    made.setdefault(code, path.relative_to(ROOT))
    return made


def codes_of_sqlite():
    """failure.cpp turns SQLite's numbers into codes."""
    text = (ROOT / "model/sqlite/failure.cpp").read_text(encoding="utf-8")
    return {code: "model/sqlite/failure.cpp" for code in re.findall(r'"(db\.[A-Za-z]+)"', text)}


def main():
    known = set()
    for path in (ROOT / "app").glob("words*.cpp"):
        known |= set(KNOWN.findall(path.read_text(encoding="utf-8")))
    made = codes_made() | codes_of_sqlite()
    if len(made) < 100 or len(known) < 100:
        sys.exit(f"only {len(made)} codes and {len(known)} sentences found: the search is broken")
    missing = sorted(code for code in made if code not in known and code not in LOG_ONLY)
    for code in missing:
        print(f"{made[code]}: {code} has no sentence in app/words_a_m.cpp or app/words_n_z.cpp")
    sys.exit(1 if missing else 0)


if __name__ == "__main__":
    main()
