# SPDX-License-Identifier: GPL-3.0-or-later
"""Which folder may include which: the table behind docs/coding.md. A folder may include what its targets may include, too."""

ARROWS = {
    "model/base": [],
    "model/domain": ["model/base"],
    "model/sqlite": ["model/domain"],
    "model/wire": ["model/sqlite"],
    "model/search": ["model/wire"],
    "model/storage": ["model/search"],
    "model/telephony": ["model/wire"],
    "model/service": ["model/storage", "model/telephony"],
    "sync/protocol": ["model/wire"],
    "sync/session": ["sync/protocol"],
    "sync/net": ["sync/session"],
    "sync/client": ["sync/net", "model/service"],
    "sync/server": ["sync/net", "model/storage"],
    "sync/store": ["sync/server"],
    "ui/support": ["model/service"],
    "ui/models": ["ui/support"],
    "ui/presenters": ["ui/models"],
    "ui/delegates": ["ui/presenters", "ui/charts"],
    "ui/charts": ["ui/presenters"],
    "ui/forms": ["ui/delegates", "ui/dialogs"],
    "ui/dialogs": ["ui/delegates", "ui/forms"],
    "ui/docks": ["ui/dialogs"],
    "ui/shell": ["ui/docks"],
}

# Where Qt may be included.
QT_FOLDERS = (
    "ui/",
    "app/workstation/",
    "app/common_ui/",
    "tests/ui/",
    "tests/journeys/",
    "tests/app/workstation/",
    "tests/support/qt/",
    "tests/bench/ui/",
)


def closure():
    """Every folder with all that it may include."""
    reach = {}
    for start in ARROWS:
        seen, waiting = {start}, list(ARROWS[start])
        while waiting:
            folder = waiting.pop()
            if folder not in seen:
                seen.add(folder)
                waiting += ARROWS[folder]
        reach[start] = seen
    return reach
