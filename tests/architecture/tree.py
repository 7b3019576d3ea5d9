# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's files, and what a rule reports."""
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

CODE = (".h", ".cpp")
SKIPPED_FOLDERS = {".git", ".cache", "build", "__pycache__"}


@dataclass(frozen=True)
class Violation:
    file: str
    line: int
    text: str

    def __str__(self):
        return f"{self.file}:{self.line}: {self.text}"


class Skipped(Exception):
    """There is nothing to check: the reason."""


class Tree:
    """Files of a source tree: tracked ones and new ones that git does not ignore; without git, all but build folders."""

    def __init__(self, root, build=None):
        self.root = Path(root)
        self.build = Path(build) if build else None
        self.files = sorted(set(self._from_git() or self._from_disk()))

    def _from_git(self):
        if not (self.root / ".git").exists():
            return []
        command = ["git", "-c", f"safe.directory={self.root.resolve()}", "-C", str(self.root)]
        command += ["ls-files", "-z", "-co", "--exclude-standard"]
        done = subprocess.run(command, capture_output=True, check=False)
        names = done.stdout.decode("utf-8", "surrogateescape").split("\0")
        return [name for name in names if name and (self.root / name).is_file()]

    def _from_disk(self):
        found = []
        for folder, folders, names in os.walk(self.root):
            folders[:] = [name for name in folders if name not in SKIPPED_FOLDERS]
            found += [(Path(folder) / name).relative_to(self.root).as_posix() for name in names]
        return found

    def named(self, *suffixes, under=""):
        return [name for name in self.files if name.endswith(suffixes) and name.startswith(under)]

    def code(self):
        return [name for name in self.named(*CODE) if not name.startswith("tests/data/")]

    def text(self, name):
        """The file as text, or None when it is binary."""
        data = (self.root / name).read_bytes()
        if b"\0" in data:
            return None
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return None

    def lines(self, name):
        """Numbered lines, none for a binary file."""
        return list(enumerate((self.text(name) or "").splitlines(), start=1))
