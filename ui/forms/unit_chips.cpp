// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/unit_chips.h"

#include "ui/delegates/widgets.h"
#include "ui/forms/form.h"
#include "ui/support/text.h"

#include <QBoxLayout>
#include <QPushButton>

#include <utility>

namespace zhida::ui {

UnitChips::UnitChips(DirectoryPtr directory, QWidget* parent)
    : QWidget(parent), m_directory(std::move(directory)), m_picker(new Picker), m_chips(nullptr) {
    auto* across = row(this);
    m_picker->setChoices(unitChoices(*m_directory));
    m_picker->setPlaceholderText(tr("Add a unit that helps"));
    m_picker->setMaximumWidth(260);
    m_picker->setMinimumWidth(200);
    across->addWidget(m_picker);
    m_chips = row(nullptr, 0, space::kTiny);
    across->addLayout(m_chips, 1);
    m_chips->addStretch();
    setFocusProxy(m_picker);
    connect(m_picker, &Picker::picked, this, [this](const QString& code) {
        if (!code.isEmpty()) {
            m_picker->setCode({});
            change(code, true);
        }
    });
}

void UnitChips::setCodes(const QStringList& codes) {
    m_codes = codes;
    clearLayout(m_chips);
    for (const QString& code : m_codes) {
        QPushButton* chosen = button(m_directory->unitName(UnitCode{s(code)}), QStringLiteral("close"));
        chosen->setToolTip(tr("Take out"));
        connect(chosen, &QPushButton::clicked, this, [this, code] { change(code, false); });
        m_chips->addWidget(chosen);
    }
    m_chips->addStretch();
}

void UnitChips::change(const QString& code, bool on) {
    QStringList codes = m_codes;
    codes.removeAll(code);
    if (on) {
        codes << code;
    }
    setCodes(codes);
    emit changed(m_codes);
}

}  // namespace zhida::ui
