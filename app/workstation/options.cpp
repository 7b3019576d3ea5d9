// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/options.h"

#include <QCommandLineParser>

namespace zhida::workstation {
namespace {

QString checkChoice(const QCommandLineParser& parser, const QString& name, const QStringList& allowed) {
    const QString value = parser.value(name);
    return value.isEmpty() || allowed.contains(value)
               ? QString()
               : QStringLiteral("--%1 must be %2, not '%3'").arg(name, allowed.join(QStringLiteral(" or ")), value);
}

}  // namespace

Options parseOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Zhida, the hotline's workstation"));
    const auto value = [&parser](const char* name, const char* text, const char* of) {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(text), QString::fromLatin1(of)});
    };
    value("db", "this person's file on this machine", "FILE");
    value("server", "address of the centre", "wss://HOST:PORT");
    value("ca", "ca.pem of the centre", "FILE");
    value("user", "who signs in", "NAME");
    value("screenshots", "draw every screen into PNG files in DIR, and end", "DIR");
    value("lang", "zh or en", "LANGUAGE");
    value("theme", "light or dark", "THEME");
    parser.addOption({QStringLiteral("demo"), QStringLiteral("start an own centre with demo data inside")});
    const QCommandLineOption help = parser.addHelpOption();

    Options options;
    if (!parser.parse(arguments)) {
        options.usageError = parser.errorText();
    } else if (!parser.positionalArguments().isEmpty()) {
        options.usageError = QStringLiteral("Unknown argument '%1'").arg(parser.positionalArguments().constFirst());
    }
    for (const QString& wrong :
         {checkChoice(parser, QStringLiteral("lang"), {QStringLiteral("zh"), QStringLiteral("en")}),
          checkChoice(parser, QStringLiteral("theme"), {QStringLiteral("light"), QStringLiteral("dark")})}) {
        options.usageError = options.usageError.isEmpty() ? wrong : options.usageError;
    }
    options.db = parser.value(QStringLiteral("db"));
    options.server = parser.value(QStringLiteral("server"));
    options.caFile = parser.value(QStringLiteral("ca"));
    options.user = parser.value(QStringLiteral("user"));
    options.screenshots = parser.value(QStringLiteral("screenshots"));
    options.language = parser.value(QStringLiteral("lang"));
    options.shade = parser.value(QStringLiteral("theme"));
    options.demo = parser.isSet(QStringLiteral("demo"));
    options.help = parser.isSet(help);
    options.usage = parser.helpText();
    if (!options.screenshots.isEmpty() && !options.demo && options.usageError.isEmpty()) {
        options.usageError = QStringLiteral("--screenshots needs --demo");
    }
    return options;
}

}  // namespace zhida::workstation
