// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/picker.h"
#include "ui/support/directory.h"

#include <QStringList>
#include <QWidget>

class QHBoxLayout;

namespace zhida::ui {

/// Several units: a picker that adds one, a chip for each that takes it out again.
class UnitChips : public QWidget {
    Q_OBJECT

public:
    explicit UnitChips(DirectoryPtr directory, QWidget* parent = nullptr);

    [[nodiscard]] const QStringList& codes() const { return m_codes; }
    [[nodiscard]] Picker& picker() { return *m_picker; }
    void setCodes(const QStringList& codes);

signals:
    /// A person has added or taken out one.
    void changed(const QStringList& codes);

private:
    void change(const QString& code, bool on);

    DirectoryPtr m_directory;
    QStringList m_codes;
    Picker* m_picker;
    QHBoxLayout* m_chips;
};

}  // namespace zhida::ui
