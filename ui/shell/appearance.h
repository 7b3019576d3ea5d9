// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QApplication;

namespace zhida::ui {

/// Fonts, style and colours of the whole program; may be called again to switch. GUI thread.
void dress(QApplication& application, bool dark);
/// The language of everything: "zh" or "en"; Qt's own words, too. Windows that exist keep theirs: make them again.
void speak(QApplication& application, const QString& language);

}  // namespace zhida::ui
