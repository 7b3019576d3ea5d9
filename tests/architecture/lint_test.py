#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lints a small tree with a tool of its own: what is read as one, what is remembered and what makes it forget."""
import contextlib
import io
import json
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "cmake"))
import lint  # noqa: E402

# Names every source it is given, complains of the word "bad" in it and in what it includes, and does not compile "clash" twice.
TOOL = r"""#!/usr/bin/env python3
import pathlib, re, sys
log, source = pathlib.Path(__file__).with_name("read"), pathlib.Path(sys.argv[1])
if source.name == "--version":
    sys.exit()
with log.open("a") as out:
    out.write(source.name + "\n")
texts, waiting = {}, [source]
while waiting:
    path = waiting.pop()
    texts[path] = path.read_text()
    waiting += [pathlib.Path(name) for name in re.findall('#include "(.*?)"', texts[path])]
if sum("clash" in text for text in texts.values()) > 1:
    print(f"{source}:1:1: error: clash [clang-diagnostic-error]")
for path, text in texts.items():
    if "bad" in text:
        print(f"{path}:1:1: error: bad [some-check]\n    bad\n1 warning generated.")
"""


class LintTest(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="zhida-lint-"))
        self.addCleanup(shutil.rmtree, self.root)
        self.addCleanup(setattr, lint, "ROOT", lint.ROOT)
        lint.ROOT = self.root
        self.program = self.root / "build" / "tool"
        self.write("build/tool", TOOL)
        self.program.chmod(0o755)
        self.flags = {}

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def source(self, name, text, flags=""):
        self.write(name, text)
        self.flags[name] = flags

    def lint(self, *files):
        """(clean, complaints, how many sources or units the tool read)"""
        entries = [
            {"file": f"{self.root}/{name}", "command": f"g++ -std=c++20 {flags} -o x.o -c {self.root}/{name}"}
            for name, flags in self.flags.items()
        ]
        self.write("build/compile_commands.json", json.dumps(entries))
        self.write("build/read", "")
        tool = lint.Tool("tool", [str(self.program)], "", "[clang-diagnostic-error")
        linter, out = lint.Linter(self.root / "build"), io.StringIO()
        with contextlib.redirect_stdout(out):
            clean = linter.check_files(tool, files, 1) if files else linter.check_all(tool, 1)
        read = (self.root / "build/read").read_text(encoding="utf-8").splitlines()
        return clean, out.getvalue().count("error:"), len(read)

    def test_sources_of_a_folder_are_read_as_one_and_not_again(self):
        for number in range(9):
            self.source(f"model/a/{number}.cpp", "int x;\n")
        self.source("model/b/a.cpp", "int x;\n")
        self.assertEqual(self.lint(), (True, 0, 3))
        self.assertEqual(self.lint(), (True, 0, 0))

    def test_a_change_of_source_header_or_flags_is_read(self):
        self.write("model/a/a.h", "\n")
        self.source("model/a/a.cpp", f'#include "{self.root}/model/a/a.h"\n')
        self.source("model/b/b.cpp", "\n")
        self.assertEqual(self.lint(), (True, 0, 2))
        self.write("model/a/a.h", "int a;\n")
        self.assertEqual(self.lint(), (True, 0, 1))
        self.write("model/b/b.cpp", "int b;\n")
        self.assertEqual(self.lint(), (True, 0, 1))
        self.flags["model/b/b.cpp"] = "-DX"
        self.assertEqual(self.lint(), (True, 0, 1))
        self.assertEqual(self.lint(), (True, 0, 0))

    def test_a_complaint_is_told_once_and_again_until_it_is_mended(self):
        self.write("model/a/a.h", "// bad\n")
        for name in ("model/a/a.cpp", "model/b/b.cpp"):
            self.source(name, f'#include "{self.root}/model/a/a.h"\n')
        self.source("model/c/c.cpp", "\n")
        self.assertEqual(self.lint(), (False, 1, 3))
        self.assertEqual(self.lint(), (False, 1, 2))
        self.write("model/a/a.h", "// good\n")
        self.assertEqual(self.lint(), (True, 0, 2))

    def test_sources_that_clash_are_read_one_by_one(self):
        self.source("model/a/a.cpp", "// clash\n")
        self.source("model/a/b.cpp", "// clash, bad\n")
        self.assertEqual(self.lint(), (False, 1, 3))

    def test_named_files_are_read_alone_each_time(self):
        self.source("model/a/a.cpp", "\n")
        self.source("model/a/b.cpp", "// bad\n")
        self.assertEqual(self.lint("model/a/a.cpp"), (True, 0, 1))
        self.assertEqual(self.lint("model/a/a.cpp", "model/a/b.cpp"), (False, 1, 2))

    def test_a_tool_that_fails_without_a_word_is_no_success(self):
        self.source("model/a/a.cpp", "\n")
        self.write("build/tool", TOOL + "sys.exit(139 if 'Unified' in source.name else 0)\n")
        self.assertEqual(self.lint()[:2], (False, 1))


if __name__ == "__main__":
    unittest.main()
