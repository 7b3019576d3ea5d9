# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules over includes and the layout of C++ sources."""
import os
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor

from arrows import ARROWS, QT_FOLDERS, closure
from tree import Violation

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
QT = re.compile(r"^(Q[A-Z]\w*|Qt[A-Z]\w*/.+|q[a-z]\w*\.h)$")
QT_MODULES = "Core|Gui|Widgets|Charts|Network|Svg|SvgWidgets|Test|PrintSupport|Sql|Xml|Concurrent|DBus|OpenGL|OpenGLWidgets"
UMBRELLA = re.compile(rf"^(?:Qt\w+/)?Qt(?:{QT_MODULES})$")


def includes(tree, name):
    """(line, bracket, path) of every include."""
    for number, line in tree.lines(name):
        found = INCLUDE.match(line)
        if found:
            yield number, found[1], found[2]


def layer_of(path):
    """model/domain/x.h -> model/domain; None when it is no layered project file."""
    parts = path.split("/")
    return "/".join(parts[:2]) if parts[0] in ("model", "sync", "ui") and len(parts) > 2 else None


def check_arrows(tree):
    """Includes between folders follow the arrows of docs/coding.md."""
    reach = closure()
    for name in tree.code():
        layer = layer_of(name)
        if layer and layer not in ARROWS:
            yield Violation(name, 1, f"the folder {layer} is not in tests/architecture/arrows.py")
            continue
        for number, _, path in includes(tree, name):
            reason = refusal(name, layer, path, reach)
            if reason:
                yield Violation(name, number, f'"{path}": {reason}')


def refusal(name, layer, path, reach):
    """Why a file may not include a path, or None."""
    top, target_top = name.split("/")[0], path.split("/")[0]
    if target_top == "tests" and top != "tests":
        return "only tests include tests"
    if target_top == "app" and top not in ("app", "tests"):
        return "only app and tests include app"
    if top == "app" and target_top == "ui" and not name.startswith(QT_FOLDERS):
        return "of the programs only the workstation includes ui"
    target = layer_of(path)
    if layer and target and target not in reach[layer]:
        return f"{layer} may include {', '.join(sorted(reach[layer]))}, not {target}"
    return None


def check_qt(tree):
    """Qt is included in ui and app/workstation (and their tests) only."""
    for name in tree.code():
        if name.startswith(QT_FOLDERS):
            continue
        for number, _, path in includes(tree, name):
            if QT.match(path) or UMBRELLA.match(path):
                yield Violation(name, number, f"<{path}>: Qt is for {' '.join(QT_FOLDERS)} only")


def check_umbrella(tree):
    """No header that brings in a whole Qt module."""
    for name in tree.code():
        for number, _, path in includes(tree, name):
            if UMBRELLA.match(path):
                yield Violation(name, number, f"<{path}>: include the single headers (7.5 s a file against 3.0)")


def check_beast(tree):
    """Boost.Beast is included by one .cpp, besides the file that only compiles its bodies."""
    users = []
    for name in tree.code():
        lines = [number for number, _, path in includes(tree, name) if re.match(r"boost/beast(?!/src\.hpp)", path)]
        if not lines:
            continue
        if name.endswith(".h"):
            yield Violation(name, lines[0], "a header includes Boost.Beast: 45 s for everyone who includes it")
        else:
            users.append((name, lines[0]))
    for name, line in users[1:]:
        yield Violation(name, line, f"Boost.Beast is included by {users[0][0]} already; one .cpp only")


def check_format(tree):
    """clang-format 16 decides the layout."""
    tool = shutil.which("clang-format-16")
    if not tool:
        yield Violation(".clang-format", 1, "clang-format-16 is not installed: ./dev setup")
        return
    names = tree.code()
    batches = [names[start : start + 20] for start in range(0, len(names), 20)]
    with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        for found in pool.map(lambda batch: format_errors(tool, tree.root, batch), batches):
            yield from found


def format_errors(tool, root, names):
    """The first misplaced line of each file."""
    done = subprocess.run([tool, "--dry-run", "-Werror", *names], cwd=root, capture_output=True, text=True, check=False)
    first = {}
    for line in done.stderr.splitlines():
        found = re.match(r"(.+?):(\d+):\d+: error: ", line)
        if found:
            first.setdefault(found[1], Violation(found[1], int(found[2]), "not as clang-format 16 lays it out: ./dev format"))
    if done.returncode and not first:
        first[""] = Violation(names[0], 1, f"clang-format-16 failed: {done.stderr.strip()[:300]}")
    return list(first.values())


# Function and file scope alike; in a class (a header's, mostly) a using declaration is for its users.
LOCAL_NAME = re.compile(r"^\s*(?:using\s+(?:typename\s+)?(?:\w*::)+(\w+)|namespace\s+(\w+)\s*=[^;]+);", re.MULTILINE)
COMMENT_OR_STRING = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)


def check_unused_names(tree):
    """A using declaration or namespace alias of a .cpp is used there. (clang-tidy looks for them in single files only.)"""
    for name in tree.named(".cpp"):
        text = COMMENT_OR_STRING.sub(lambda found: "\n" * found[0].count("\n"), tree.text(name) or "")
        for found in LOCAL_NAME.finditer(text):
            local = found[1] or found[2]
            rest = text[: found.start()] + text[found.end() :]
            if not re.search(rf"\b{local}\b", rest):
                yield Violation(name, text.count("\n", 0, found.start(found.lastindex)) + 1, f"{local} is not used")
