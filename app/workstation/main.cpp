// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/options.h"
#include "app/workstation/workstation.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>

int main(int argc, char** argv) {
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
    }
    // Before Qt takes its own arguments out, so that a wrong one is told without a display.
    const bool drawing = arguments.contains(QStringLiteral("--screenshots"));
    if (drawing && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("zhida"));
    QApplication::setApplicationName(QStringLiteral("zhida"));
    const zhida::workstation::Options options = zhida::workstation::parseOptions(QApplication::arguments());
    if (options.help) {
        std::fputs(qPrintable(options.usage), stdout);
        return 0;
    }
    if (!options.usageError.isEmpty()) {
        std::fprintf(stderr, "zhida: %s\n", qPrintable(options.usageError));
        return 2;
    }
    zhida::workstation::Workstation workstation(application, options);
    QTimer::singleShot(0, &workstation, &zhida::workstation::Workstation::start);
    return QApplication::exec();
}
