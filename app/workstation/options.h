// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace zhida::workstation {

struct Options {
    QString db;
    QString server;
    QString caFile;
    QString user;
    QString screenshots;
    QString language;  ///< "zh", "en" or empty: remembered, else the system's
    QString shade;     ///< "light", "dark" or empty: remembered
    bool demo = false;
    bool help = false;
    QString usageError;  ///< empty when the command line was right
    QString usage;
};

Options parseOptions(const QStringList& arguments);

}  // namespace zhida::workstation
