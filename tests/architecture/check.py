#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py RULE... [--root DIR] [--build DIR]: holds the sources to docs/coding.md. Exit 0 kept, 1 broken, 77 nothing to check."""
import argparse
import sys
from pathlib import Path

import rules_code
import rules_files
from tree import Skipped, Tree

RULES = {
    "arrows": rules_code.check_arrows,
    "qt": rules_code.check_qt,
    "umbrella": rules_code.check_umbrella,
    "beast": rules_code.check_beast,
    "unused_names": rules_code.check_unused_names,
    "format": rules_code.check_format,
    "size": rules_files.check_size,
    "spdx": rules_files.check_spdx,
    "machine_paths": rules_files.check_machine_paths,
    "data_sources": rules_files.check_data_sources,
    "translations": rules_files.check_translations,
    "server_linkage": rules_files.check_server_linkage,
}
SKIPPED = 77


def run(rule, tree):
    """Prints what is broken; the exit code."""
    try:
        violations = list(RULES[rule](tree))
    except Skipped as reason:
        print(f"{rule}: skipped, {reason}")
        return SKIPPED
    for violation in violations:
        print(violation)
    print(f"{rule}: {len(violations)} violations. {RULES[rule].__doc__}")
    return 1 if violations else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rules", nargs="*", metavar="RULE", choices=[[], *RULES], help=" ".join(RULES))
    parser.add_argument("--root", default=Path(__file__).resolve().parents[2])
    parser.add_argument("--build")
    options = parser.parse_args()
    tree = Tree(options.root, options.build)
    codes = [run(rule, tree) for rule in options.rules or RULES]
    if 1 in codes:
        return 1
    return SKIPPED if set(codes) == {SKIPPED} else 0


if __name__ == "__main__":
    sys.exit(main())
