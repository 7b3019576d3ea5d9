#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants one violation after the other in an empty tree: each rule must see its own, with file and line, and nothing else."""
import contextlib
import io
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import check
from arrows import ARROWS, closure
from tree import Skipped, Tree

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"


class CheckTest(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="zhida-check-"))
        self.addCleanup(shutil.rmtree, self.root)
        shutil.copy(Path(__file__).resolve().parents[2] / ".clang-format", self.root)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def found(self, rule, build=None):
        """The violations as file:line."""
        return [f"{v.file}:{v.line}" for v in check.RULES[rule](Tree(self.root, build))]

    def include(self, name, *paths):
        self.write(name, SPDX + "".join(f"#include {path}\n" for path in paths))

    def test_arrows_down_are_kept(self):
        self.include("model/domain/a.cpp", '"model/base/result.h"', '"model/domain/a.h"', '"a_embedded.h"', "<vector>")
        self.include("sync/client/a.cpp", '"model/service/port.h"', '"sync/protocol/m.pb.h"')
        self.include("app/workstation/main.cpp", '"ui/shell/w.h"', '"sync/client/a.h"')
        self.include("tests/ui/a.cpp", '"app/server/a.h"', '"tests/support/a.h"', '"ui/shell/w.h"')
        self.assertEqual(self.found("arrows"), [])

    def test_arrows_up_are_seen(self):
        self.include("model/base/a.h", "<string>", '"model/domain/ticket.h"')
        self.include("ui/models/a.cpp", '"sync/client/a.h"')
        self.include("ui/presenters/b.cpp", '"ui/shell/a.h"')
        self.include("sync/server/a.cpp", '"ui/support/a.h"')
        self.assertEqual(
            self.found("arrows"),
            ["model/base/a.h:3", "sync/server/a.cpp:2", "ui/models/a.cpp:2", "ui/presenters/b.cpp:2"],
        )

    def test_arrows_into_tests_app_and_ui_are_seen(self):
        self.include("model/base/a.h", '"tests/support/a.h"', '"app/server/a.h"')
        self.include("app/server/a.cpp", '"ui/support/a.h"')
        self.assertEqual(self.found("arrows"), ["app/server/a.cpp:2", "model/base/a.h:2", "model/base/a.h:3"])

    def test_unknown_layer_is_seen(self):
        self.include("model/extra/a.h", "<string>")
        self.assertEqual(self.found("arrows"), ["model/extra/a.h:1"])

    def test_table_has_ui_and_sync_apart(self):
        reach = closure()
        for layer in ARROWS:
            tops = {target.split("/")[0] for target in reach[layer]}
            self.assertFalse({"ui", "sync"} <= tops, layer)
            if layer.startswith("model/"):
                self.assertEqual(tops, {"model"})

    def test_qt_outside_ui_is_seen(self):
        self.include("model/base/a.h", "<queue>", "<QString>")
        self.include("sync/net/a.cpp", "<QtCore/QObject>")
        self.include("app/server/a.cpp", "<qglobal.h>")
        self.include("tests/model/base/a_test.cpp", "<QtTest>")
        for allowed in ("ui/forms/a.h", "app/workstation/main.cpp", "tests/ui/a_test.cpp"):
            self.include(allowed, "<QString>")
        self.assertEqual(
            self.found("qt"),
            ["app/server/a.cpp:2", "model/base/a.h:3", "sync/net/a.cpp:2", "tests/model/base/a_test.cpp:2"],
        )

    def test_umbrella_is_seen(self):
        self.include("ui/forms/a.h", "<QWidget>", "<QtWidgets>", "<QtGlobal>", "<QtCharts/QtCharts>", "<QtCharts/QChart>")
        self.assertEqual(self.found("umbrella"), ["ui/forms/a.h:3", "ui/forms/a.h:5"])

    def test_second_beast_and_beast_in_a_header_are_seen(self):
        self.include("sync/net/boost_src.cpp", "<boost/beast/src.hpp>")
        self.include("sync/net/a.cpp", "<boost/beast/core.hpp>", "<boost/beast/websocket.hpp>")
        self.assertEqual(self.found("beast"), [])
        self.include("sync/net/b.cpp", "<boost/beast/core.hpp>")
        self.include("sync/net/c.h", "<boost/beast/core.hpp>")
        self.assertEqual(sorted(self.found("beast")), ["sync/net/b.cpp:2", "sync/net/c.h:2"])

    def test_unused_name_is_seen(self):
        names = "using std::move;\nusing domain::Unit;  // Unit\nnamespace fs = std::filesystem;\nnamespace ns = a::b;\n"
        self.write("model/base/a.cpp", SPDX + names + 'fs::path f(Unit unit) { return "move ns"; }\n')
        self.write("model/base/a.h", SPDX + "using std::move;\n")
        self.assertEqual(self.found("unused_names"), ["model/base/a.cpp:2", "model/base/a.cpp:5"])

    def test_layout_is_seen(self):
        self.write("model/base/a.h", SPDX + "#pragma once\nint a();\n")
        self.write("model/base/b.cpp", SPDX + "int  b( ){return 1 ;}\n")
        self.assertEqual(self.found("format"), ["model/base/b.cpp:2"])

    def test_size_is_seen(self):
        self.write("model/base/a.h", "\n" * 400)
        self.write("model/base/b.h", "\n" * 401)
        self.write("tests/journeys/c.py", "\n" * 401)
        self.assertEqual(self.found("size"), ["model/base/b.h:401", "tests/journeys/c.py:401"])

    def test_missing_licence_is_seen(self):
        self.write("tests/a.py", "#!/usr/bin/env python3\n# SPDX-License-Identifier: GPL-3.0-or-later\n")
        self.write("tests/data/old.sql", "CREATE TABLE t(a);\n")
        for name in ("model/a.h", "model/a.sql", "cmake/a.cmake", "model/CMakeLists.txt", "tools/a.sh", "dev"):
            self.write(name, "\n\n\n// SPDX-License-Identifier: GPL-3.0-or-later\n")
        self.assertEqual(len(self.found("spdx")), 6)

    def test_machine_path_is_seen(self):
        for number, folder in enumerate(("wo" + "rk", "ro" + "ot", "ho" + "me/li", "Us" + "ers/li")):
            self.write(f"docs/{number}.md", f"see\nunder /{folder}/main here\n")
        self.write("docs/fine.md", "net/" + "work/x, ${root}/" + "ro" + "ot/x, https://host/" + "wo" + "rk/x\n")
        self.assertEqual(self.found("machine_paths"), [f"docs/{number}.md:2" for number in range(4)])

    def test_unnamed_data_file_is_seen(self):
        for name in ("resources/a/x.json", "resources/b/c/y.csv", "resources/ab/z.csv", "resources/q.csv"):
            self.write(name, "1\n")
        self.write("resources/CMakeLists.txt", SPDX.replace("//", "#"))
        self.write("docs/data-sources.md", "| `resources/a/` | own |\n| resources/b/c/y.csv | law |\n")
        self.assertEqual(self.found("data_sources"), ["resources/ab/z.csv:1", "resources/q.csv:1"])

    def test_unfinished_translation_is_seen(self):
        self.write("translations/zhida_zh_CN.ts", '<translation>好</translation>\n<translation type="unfinished">x</translation>\n')
        self.assertEqual(self.found("translations"), ["translations/zhida_zh_CN.ts:2"])
        self.write("translations/zhida_zh_CN.ts", "<translation></translation>\n<translation type='vanished'>x</translation>\n")
        self.assertEqual(self.found("translations"), ["translations/zhida_zh_CN.ts:1"])

    def test_sentences_wedged_into_one_message_are_seen(self):
        good = "<message>\n<source>a</source>\n<translation>甲</translation>\n</message>\n"
        self.write("translations/zhida_zh_CN.ts", good + good.replace("a<", "b<"))
        self.assertEqual(self.found("translations"), [])
        self.write("ui/gaps.h", "class Gaps : public QObject {\n")
        self.write("translations/zhida_zh_CN.ts", "<name>Words</name>\n<name>zhida::ui::Gaps</name>\n<name>Gaps</name>\n" + good)
        self.assertEqual(self.found("translations"), ["translations/zhida_zh_CN.ts:3"])
        wedged = good.replace("</message>\n", "<source>b</source>\n<translation>乙</translation>\n</message>\n")
        self.write("translations/zhida_zh_CN.ts", good + wedged)
        self.assertEqual(self.found("translations"), ["translations/zhida_zh_CN.ts:8"])

    def test_linked_qt_is_seen(self):
        build = self.root / "build"
        with self.assertRaises(Skipped):
            self.found("server_linkage", build)
        (build / "bin").mkdir(parents=True)
        shutil.copy("/bin/true", build / "bin" / "zhida-server")
        self.assertEqual(self.found("server_linkage", build), [])
        qt = self.build_fake_qt()
        if qt:
            self.assertEqual(self.found("server_linkage", build), ["bin/zhida-server:1"])

    def build_fake_qt(self):
        """A program that links a library named as Qt's; False without a compiler."""
        compiler = shutil.which("g++")
        if not compiler:
            return False
        bin_folder = self.root / "build" / "bin"
        library = bin_folder / "libQt6Core.so.6"
        flags = {"input": "", "text": True, "check": True}
        subprocess.run([compiler, "-shared", "-o", library, "-Wl,-soname,libQt6Core.so.6", "-x", "c++", "-"], **flags)
        flags["input"] = "int main() {}"
        program = bin_folder / "zhida-server"
        subprocess.run([compiler, "-x", "c++", "-", "-x", "none", "-Wl,--no-as-needed", library, "-o", program], **flags)
        return True

    def test_git_ignored_files_are_left_out(self):
        self.write(".gitignore", "/scratch/\n")
        self.include("scratch/a.h", "<QtWidgets>")
        self.include("ui/forms/new.h", "<QtWidgets>")
        subprocess.run(["git", "init", "-q", self.root], check=True)
        self.assertEqual(self.found("umbrella"), ["ui/forms/new.h:2"])

    def test_exit_codes_and_message(self):
        self.include("ui/forms/a.h", "<QtWidgets>")
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            codes = [check.run(rule, Tree(self.root)) for rule in ("umbrella", "qt", "translations")]
        self.assertEqual(codes, [1, 0, check.SKIPPED])
        self.assertIn("ui/forms/a.h:2: <QtWidgets>: include the single headers", out.getvalue())


if __name__ == "__main__":
    unittest.main()
