// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/remaining.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

namespace zhida::ui {

/// One spacing scale and one type scale for every screen; pixels at 100 %.
namespace space {
inline constexpr int kTiny = 4, kSmall = 8, kMedium = 12, kLarge = 16, kHuge = 24;
}
enum class TypeSize : std::uint8_t { small = 12, body = 14, heading = 16, title = 20 };

/// The colours. Every text colour has at least 4.5:1 on window, surface and its own soft ground (tests/ui/support).
struct Theme {
    bool dark = false;
    QColor window, surface, raised, border, text, muted, accent, accentSoft, onAccent;
    QColor green, greenSoft, amber, amberSoft, red, redSoft, greySoft, mark;

    [[nodiscard]] QColor of(Light light) const;
    [[nodiscard]] QColor softOf(Light light) const;
    [[nodiscard]] QPalette palette() const;
    /// resources/styles/zhida.qss with the names of the colours filled in.
    [[nodiscard]] QString styleSheet() const;

    static Theme light();
    static Theme night();
};

/// The theme in force: set once before the windows are made, and again when it is switched. GUI thread.
const Theme& theme();
void setTheme(const Theme& next);

QFont uiFont(TypeSize size = TypeSize::body, bool bold = false);
/// WCAG 2.1 contrast of two opaque colours, 1…21.
double contrast(const QColor& a, const QColor& b);

}  // namespace zhida::ui
