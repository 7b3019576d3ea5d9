// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/appearance.h"

#include "ui/support/icons.h"
#include "ui/support/theme.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QStyleFactory>
#include <QToolTip>
#include <QTranslator>

/// Resources of static libraries are not found without this; the macro needs the global namespace. Idempotent.
static void loadZhidaResources() {
    Q_INIT_RESOURCE(ui);
    Q_INIT_RESOURCE(zhida_translations);
}

namespace zhida::ui {

void dress(QApplication& application, bool dark) {
    loadZhidaResources();
    setTheme(dark ? Theme::night() : Theme::light());
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setFont(uiFont());
    QToolTip::setFont(uiFont(TypeSize::small));
    QApplication::setPalette(theme().palette());
    application.setStyleSheet(theme().styleSheet());
    QApplication::setWindowIcon(QIcon(iconPixmap(QStringLiteral("zhida"), 64, theme().accent)));
}

void speak(QApplication& application, const QString& language) {
    loadZhidaResources();
    static QTranslator ours, qts;
    QApplication::removeTranslator(&ours);
    QApplication::removeTranslator(&qts);
    const bool chinese = language == QLatin1String("zh");
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English));
    if (chinese && qts.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QApplication::installTranslator(&qts);
    }
    if (ours.load(chinese ? QStringLiteral(":/i18n/zhida_zh_CN.qm") : QStringLiteral(":/i18n/zhida_en.qm"))) {
        QApplication::installTranslator(&ours);
    }
    application.setLayoutDirection(Qt::LeftToRight);
}

}  // namespace zhida::ui
