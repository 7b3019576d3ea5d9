# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules over files as such: size, licence line, paths, data sources, translations, linkage."""
import re
import subprocess

from tree import Skipped, Violation

LINE_LIMIT = 400
SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
MACHINE_PATH = re.compile(r"(?<![\w.~/$}-])/(?:home/\w+|root|Users/\w+|work)/")
WIDGET = re.compile(r"^class (\w+) (?:final )?: public", re.MULTILINE)
CONTEXT = re.compile(r"<name>(\w+)</name>")
UNFINISHED = re.compile(r'<translation[^>]*type="unfinished"|<translation\s*/>|<translation>\s*</translation>')


def check_size(tree):
    """No file over 400 lines."""
    for name in tree.named(".h", ".cpp", ".py"):
        count = len(tree.lines(name))
        if count > LINE_LIMIT and not name.startswith("tests/data/"):
            yield Violation(name, LINE_LIMIT + 1, f"{count} lines, {LINE_LIMIT} are allowed: split it")


def check_spdx(tree):
    """Every source file begins with its licence, after a #! line if there is one."""
    names = tree.named(".h", ".cpp", ".py", ".sh", ".cmake", ".sql", ".proto", "CMakeLists.txt")
    names += [name for name in ("dev", ".ci/run") if name in tree.files]
    for name in names:
        if name.startswith(("tests/data/", "resources/")) and not name.endswith("CMakeLists.txt"):
            continue
        if not has_spdx(tree, name):
            yield Violation(name, 1, f"the first lines lack '{SPDX}'")


def has_spdx(tree, name):
    return any(SPDX in line for _, line in tree.lines(name)[:2])


def check_machine_paths(tree):
    """No absolute path of somebody's machine."""
    for name in tree.files:
        for number, line in tree.lines(name):
            found = MACHINE_PATH.search(line)
            if found:
                yield Violation(name, number, f"'{found[0]}' is a path of one machine")


def check_data_sources(tree):
    """Every shipped data file is named in docs/data-sources.md, itself or by its folder."""
    names = [name for name in tree.named("", under="resources/") if not has_spdx(tree, name)]
    if not names:
        raise Skipped("no data files under resources/")
    page = (tree.text("docs/data-sources.md") or "") if "docs/data-sources.md" in tree.files else ""
    for name in names:
        if not any(is_named(place, page) for place in places(name)):
            yield Violation(name, 1, "neither the file nor its folder is named in docs/data-sources.md")


def places(name):
    """resources/a/b.json -> itself and resources/a."""
    parts = name.split("/")
    return ["/".join(parts[:count]) for count in range(2, len(parts) + 1)]


def is_named(place, page):
    """Named in full, with or without resources/ in front, and not as the beginning of another name."""
    short = place.removeprefix("resources/")
    ends = r"(?:/?(?![\w./-])|/(?=\*|<)|\.(?!\w))"
    return re.search(rf"(?<![\w/-])(?:resources/)?{re.escape(short)}{ends}", page) is not None


def check_translations(tree):
    """The Chinese translation is complete, and Qt finds all of it.

    No merge has wedged two sentences into one message, and lupdate has not lost the namespace of a class: Qt looks under the whole name.
    """
    names = tree.named("zh_CN.ts", under="translations/")
    if not names:
        raise Skipped("no translations/*zh_CN.ts")
    classes = {found for name in tree.named(".h", under="ui/") for found in WIDGET.findall(tree.text(name) or "")}
    for name in names:
        sources = 0
        for number, line in tree.lines(name):
            context = CONTEXT.search(line)
            if context and context[1] in classes:
                yield Violation(name, number, f"{context[1]} without its namespace: make what translates a member of the class")
            if UNFINISHED.search(line):
                yield Violation(name, number, "a sentence without a finished translation")
            sources = 0 if "<message" in line else sources + line.count("<source>")
            if sources > 1 and "<source>" in line:
                yield Violation(name, number, "two sentences in one message")


def check_server_linkage(tree):
    """The server and its tool link no Qt."""
    programs = [tree.build / "bin" / name for name in ("zhida-server", "zhida-admin")] if tree.build else []
    programs = [program for program in programs if program.exists()]
    if not programs:
        raise Skipped("neither zhida-server nor zhida-admin has been built")
    for program in programs:
        done = subprocess.run(["ldd", program], capture_output=True, text=True, check=False)
        if done.returncode:
            yield Violation(f"bin/{program.name}", 1, f"ldd failed: {done.stderr.strip()}")
        for line in done.stdout.splitlines():
            if "libQt" in line:
                yield Violation(f"bin/{program.name}", 1, f"links {line.strip()}")
