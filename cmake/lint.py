#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""lint.py BUILD [FILE...]: clang-tidy 16 over all sources of BUILD/compile_commands.json and clazy over those that use Qt; or over FILEs.

Up to eight sources of a folder with the same flags are read as one file, a unit, so that their headers are read once. What was clean is
remembered in BUILD/lint by a digest of everything it was made from, and is not read again before one of these changes.
"""
import argparse
import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UNIT_SIZE = 8
COMPLAINT = re.compile(r"^[^ \n]+:\d+:\d+: (?:error|warning|fatal error): ", re.MULTILINE)
COUNT = re.compile(r"^\d+ (?:warning|error)s? .*generated.*\n?", re.MULTILINE)
# Where a NOLINT cannot stand. The analyzer takes the operator delete of QWeakPointer's counter for a use of what its delete frees; and
# it does not see into a std::variant, so that an acceptor or socket moved out of a Result is garbage to it.
FALSE = re.compile(
    r"/qsharedpointer_impl\.h:.* Use of memory after it is freed \[clang-analyzer-cplusplus\.NewDelete,"
    r"|/asio/detail/io_object_impl\.hpp:.* Undefined or garbage value returned to caller \[clang-analyzer-core\.uninitialized\.UndefReturn,"
)


class Tool:
    """A checker, how it says that a source does not compile, and which sources it reads."""

    def __init__(self, name, program, config, broken, folders=("",)):
        self.name, self.program, self.broken, self.folders = name, program, broken, folders
        version = subprocess.run([program[0], "--version"], capture_output=True, check=True).stdout
        self.identity = repr((program, config)).encode() + version

    def command(self, source, flags):
        return [*self.program, str(source), "--", *flags, "-Wno-unknown-warning-option", "-Wno-error"]


def tools():
    rules = (ROOT / ".clang-tidy").read_text(encoding="utf-8")
    return [
        Tool("clang-tidy", ["clang-tidy-16", "--quiet"], rules, "[clang-diagnostic-error"),
        Tool("clazy", ["clazy-standalone", "-checks=level1"], "", "error: ", ("ui/", "app/workstation/")),
    ]


class Sources:
    """The project's own sources of a compilation database, each with its flags."""

    def __init__(self, build):
        self.build = build
        self.flags = {}
        for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
            path = Path(entry["file"])
            if build not in path.parents:
                command = shlex.split(entry["command"])
                self.compiler = command[0]
                self.flags.setdefault(path.relative_to(ROOT).as_posix(), tuple(command[1 : command.index("-o")]))

    def units(self, prefixes):
        """(name, sources) of the units of some folders."""
        groups = defaultdict(list)
        for name in sorted(self.flags):
            if name.startswith(prefixes):
                groups[os.path.dirname(name), self.flags[name]].append(name)
        for (folder, flags), names in groups.items():
            count = -(-len(names) // UNIT_SIZE)
            for number in range(count):
                # The hash tells groups of one folder apart.
                stem = f"{folder.replace('/', '_')}-{digest_of(repr(flags))[:6]}-{number}"
                yield stem, names[number::count]


def digest_of(*parts):
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part if isinstance(part, bytes) else part.encode())
        digest.update(b"\0")
    return digest.hexdigest()


class Memory:
    """What was clean: a stamp a unit with the files it was made from and the digest of their contents, flags and tool."""

    def __init__(self, folder):
        self.folder = folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self.contents = {}

    def _content(self, path):
        if path not in self.contents:
            try:
                self.contents[path] = hashlib.sha256(Path(path).read_bytes()).hexdigest()
            except OSError:
                self.contents[path] = "none"
        return self.contents[path]

    def _digest(self, tool, flags, files):
        return digest_of(tool.identity, repr(flags), *(f"{path}={self._content(path)}" for path in files))

    def _stamp(self, tool, stem):
        return self.folder / f"{stem}.{tool.name}.json"

    def is_clean(self, tool, stem, flags):
        try:
            stamp = json.loads(self._stamp(tool, stem).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        return stamp["digest"] == self._digest(tool, flags, stamp["files"])

    def prepare(self, tool, source, flags, compiler):
        """The stamp to write when the source turns out clean: its files are hashed before the tool reads them."""
        command = [compiler, *flags, "-w", "-M", "-MT", "unit", source]
        rule = subprocess.run(command, capture_output=True, text=True, check=False)
        files = shlex.split(rule.stdout.removeprefix("unit:").replace("\\\n", " "))
        return json.dumps({"digest": self._digest(tool, flags, files), "files": files})

    def remember(self, tool, stem, stamp):
        self._stamp(tool, stem).write_text(stamp, encoding="utf-8")


def complaints_in(said):
    """Each error with the notes that belong to it."""
    starts = [found.start() for found in COMPLAINT.finditer(said)]
    return [COUNT.sub("", said[start:end]) for start, end in zip(starts, [*starts[1:], len(said)])]


def run(tool, source, flags):
    """The complaints of the tool about a source; none when it is clean."""
    done = subprocess.run(tool.command(source, flags), cwd=ROOT, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    complaints = complaints_in(said)
    if done.returncode and not complaints:
        return [f"{source}:1:1: error: {tool.name} failed with {done.returncode}\n{said}"]
    return [each for each in complaints if not FALSE.search(each)]


class Linter:
    def __init__(self, build):
        self.sources = Sources(build)
        self.memory = Memory(build / "lint")
        self.told = set()

    def check_all(self, tool, jobs):
        """True when nothing was said; complaints are printed as they come."""
        units = list(self.sources.units(tool.folders))
        with ThreadPoolExecutor(jobs) as pool:
            results = list(pool.map(lambda unit: self._check_unit(tool, *unit), units))
        print(f"{tool.name}: {len(units)} units, {results.count(None)} of them unchanged, {results.count(False)} with complaints")
        return False not in results

    def _check_unit(self, tool, stem, names):
        """None: known to be clean; else whether it is."""
        flags = self.sources.flags[names[0]]
        source = self._write_unit(stem, names)
        if self.memory.is_clean(tool, stem, flags):
            return None
        stamp = self.memory.prepare(tool, source, flags, self.sources.compiler)
        complaints = run(tool, source, flags)
        if any(tool.broken in each for each in complaints):  # names of two sources clash
            complaints = [each for name in names for each in run(tool, ROOT / name, flags)]
        self._tell(complaints)
        if not complaints:
            self.memory.remember(tool, stem, stamp)
        return not complaints

    def check_files(self, tool, names, jobs):
        """Files alone, without memory."""
        names = [name for name in names if name.startswith(tool.folders)]
        with ThreadPoolExecutor(jobs) as pool:
            complaints = sum(pool.map(lambda name: run(tool, ROOT / name, self.sources.flags[name]), names), [])
        self._tell(complaints)
        return not complaints

    def _write_unit(self, stem, names):
        # The analyzer follows paths through included sources only below a file of this name.
        source = self.memory.folder / f"{stem}.UnifiedSource.cpp"
        text = "".join(f'#include "{ROOT / name}"  // NOLINT(bugprone-suspicious-include): a unit\n' for name in names)
        if not source.exists() or source.read_text(encoding="utf-8") != text:
            source.write_text(text, encoding="utf-8")
        return source

    def _tell(self, complaints):
        """Each complaint once: headers are read in many units."""
        for each in complaints:
            if each not in self.told:
                self.told.add(each)
                print(each, end="", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path)
    parser.add_argument("files", nargs="*", metavar="FILE", help="relative to the project's folder")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    linter = Linter(options.build.resolve())
    unknown = [name for name in options.files if name not in linter.sources.flags]
    if unknown:
        sys.exit(f"lint: no source of the build (headers are read with the sources that include them): {' '.join(unknown)}")
    clean = True
    for tool in tools():
        clean &= linter.check_files(tool, options.files, options.jobs) if options.files else linter.check_all(tool, options.jobs)
    return 0 if clean else 1


if __name__ == "__main__":
    sys.exit(main())
