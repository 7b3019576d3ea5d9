// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/theme.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace zhida::ui {
namespace {

Theme& themeInForce() {
    static Theme current = Theme::light();
    return current;
}

double luminance(const QColor& color) {
    const auto linear = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

}  // namespace

Theme Theme::light() {
    Theme t;
    t.window = QColor(0xF3F5F8);
    t.surface = QColor(0xFFFFFF);
    t.raised = QColor(0xFAFBFC);
    t.border = QColor(0xD5DBE3);
    t.text = QColor(0x18212D);
    t.muted = QColor(0x556272);
    t.accent = QColor(0x175CA8);
    t.accentSoft = QColor(0xE3EEFA);
    t.onAccent = QColor(0xFFFFFF);
    t.green = QColor(0x15693F);
    t.greenSoft = QColor(0xE0F3E9);
    t.amber = QColor(0x8A4B00);
    t.amberSoft = QColor(0xFDF0D9);
    t.red = QColor(0xA9211A);
    t.redSoft = QColor(0xFCE8E6);
    t.greySoft = QColor(0xEBEEF2);
    t.mark = QColor(0xFFE58A);
    return t;
}

Theme Theme::night() {
    Theme t;
    t.dark = true;
    t.window = QColor(0x14181E);
    t.surface = QColor(0x1C222A);
    t.raised = QColor(0x232A34);
    t.border = QColor(0x38424F);
    t.text = QColor(0xE7ECF3);
    t.muted = QColor(0xA9B4C2);
    t.accent = QColor(0x86BAF7);
    t.accentSoft = QColor(0x213650);
    t.onAccent = QColor(0x0C1A2B);
    t.green = QColor(0x67D198);
    t.greenSoft = QColor(0x17352A);
    t.amber = QColor(0xF2BB62);
    t.amberSoft = QColor(0x3B2E17);
    t.red = QColor(0xFF958C);
    t.redSoft = QColor(0x43211F);
    t.greySoft = QColor(0x2B333E);
    t.mark = QColor(0x6B5414);
    return t;
}

QColor Theme::of(Light light) const {
    switch (light) {
        case Light::green:
            return green;
        case Light::amber:
            return amber;
        case Light::red:
            return red;
        case Light::grey:
            break;
    }
    return muted;
}

QColor Theme::softOf(Light light) const {
    switch (light) {
        case Light::green:
            return greenSoft;
        case Light::amber:
            return amberSoft;
        case Light::red:
            return redSoft;
        case Light::grey:
            break;
    }
    return greySoft;
}

QPalette Theme::palette() const {
    QPalette p;
    p.setColor(QPalette::Window, window);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, surface);
    p.setColor(QPalette::AlternateBase, raised);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::PlaceholderText, muted);
    p.setColor(QPalette::Button, raised);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::Highlight, accent);
    p.setColor(QPalette::HighlightedText, onAccent);
    p.setColor(QPalette::ToolTipBase, raised);
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::Link, accent);
    p.setColor(QPalette::Mid, border);
    p.setColor(QPalette::Disabled, QPalette::Text, muted);
    p.setColor(QPalette::Disabled, QPalette::ButtonText, muted);
    p.setColor(QPalette::Disabled, QPalette::WindowText, muted);
    return p;
}

QString Theme::styleSheet() const {
    QFile file(QStringLiteral(":/styles/zhida.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString sheet = QString::fromUtf8(file.readAll());
    const std::array<std::pair<const char*, QColor>, 16> names{{{"@window", window},
                                                                {"@surface", surface},
                                                                {"@raised", raised},
                                                                {"@border", border},
                                                                {"@text", text},
                                                                {"@muted", muted},
                                                                {"@accentSoft", accentSoft},
                                                                {"@accent", accent},
                                                                {"@onAccent", onAccent},
                                                                {"@greenSoft", greenSoft},
                                                                {"@green", green},
                                                                {"@amberSoft", amberSoft},
                                                                {"@amber", amber},
                                                                {"@redSoft", redSoft},
                                                                {"@red", red},
                                                                {"@greySoft", greySoft}}};
    for (const auto& [name, color] : names) {
        sheet.replace(QLatin1String(name), color.name());
    }
    sheet.replace(QStringLiteral("@shade"), dark ? QStringLiteral("night") : QStringLiteral("light"));
    return sheet;
}

const Theme& theme() { return themeInForce(); }
void setTheme(const Theme& next) { themeInForce() = next; }

QFont uiFont(TypeSize size, bool bold) {
    QFont font;
    font.setFamilies(
        {QStringLiteral("Noto Sans CJK SC"), QStringLiteral("WenQuanYi Micro Hei"), QStringLiteral("sans-serif")});
    font.setPixelSize(static_cast<int>(size));
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    return font;
}

double contrast(const QColor& a, const QColor& b) {
    const double one = luminance(a), other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

}  // namespace zhida::ui
