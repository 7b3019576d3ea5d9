// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/parts_field.h"

#include "ui/delegates/widgets.h"
#include "ui/support/text.h"

#include <QBoxLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace zhida::ui {
namespace {

const QString kTitle = QStringLiteral("title");
const QString kText = QStringLiteral("text");
const QString kLead = QStringLiteral("lead");

}  // namespace

PartsField::PartsField(std::vector<Choice> units, QWidget* parent)
    : FieldWidget(parent), m_units(std::move(units)), m_rows(column(nullptr, 0, space::kTiny)) {
    auto* down = column(this, 0, space::kTiny);
    down->addLayout(m_rows);
    QPushButton* more = button(tr("One more part"), QStringLiteral("plus"));
    down->addWidget(more, 0, Qt::AlignLeft);
    connect(more, &QPushButton::clicked, this, [this] {
        if (m_made.size() < kMost) {
            add();
            m_made.back().title->setFocus();
        }
    });
    for (std::size_t i = 0; i < kLeast; ++i) {
        add();
    }
    setFocusProxy(m_made.front().title);
}

void PartsField::add() {
    auto* box = new QWidget;
    auto* across = row(box, 0, space::kTiny);
    Row made{box, new QLineEdit, new Picker, new QLineEdit};
    made.title->setPlaceholderText(tr("What this part is about"));
    made.title->setAccessibleName(made.title->placeholderText());
    made.lead->setChoices(m_units);
    made.lead->setPlaceholderText(tr("Unit that answers for it"));
    made.lead->setAccessibleName(made.lead->placeholderText());
    made.text->setPlaceholderText(tr("More, if it helps"));
    made.text->setAccessibleName(made.text->placeholderText());
    QToolButton* out = flatButton(QStringLiteral("close"), tr("Take out"));
    across->addWidget(made.title, 3);
    across->addWidget(made.lead, 3);
    across->addWidget(made.text, 4);
    across->addWidget(out);
    m_rows->addWidget(box);
    m_made.push_back(made);
    connect(made.title, &QLineEdit::textChanged, this, &PartsField::tell);
    connect(made.text, &QLineEdit::textChanged, this, &PartsField::tell);
    connect(made.lead, &Picker::picked, this, &PartsField::tell);
    connect(out, &QToolButton::clicked, this, [this, box] { remove(box); });
}

void PartsField::remove(const QWidget* box) {
    if (m_made.size() <= kLeast) {
        return;
    }
    std::erase_if(m_made, [box](const Row& each) {
        if (each.box == box) {
            each.box->hide();
            each.box->deleteLater();
        }
        return each.box == box;
    });
    tell();
}

void PartsField::tell() {
    if (m_quiet) {
        return;
    }
    QJsonArray parts;
    for (const Row& each : m_made) {
        const QString title = each.title->text().trimmed(), lead = q(each.lead->code()), text = each.text->text();
        if (!title.isEmpty() || !lead.isEmpty() || !text.trimmed().isEmpty()) {
            parts.append(QJsonObject{{kTitle, title}, {kText, text}, {kLead, lead}});
        }
    }
    emit changed(parts);
}

void PartsField::setValue(const QJsonValue& value) {
    const QJsonArray parts = value.toArray();
    m_quiet = true;
    while (m_made.size() < std::min(static_cast<std::size_t>(parts.size()), kMost)) {
        add();
    }
    for (qsizetype i = 0; i < parts.size() && i < static_cast<qsizetype>(m_made.size()); ++i) {
        const QJsonObject part = parts.at(i).toObject();
        const Row& made = m_made[static_cast<std::size_t>(i)];
        made.title->setText(part.value(kTitle).toString());
        made.text->setText(part.value(kText).toString());
        made.lead->setCode(s(part.value(kLead).toString()));
    }
    m_quiet = false;
}

}  // namespace zhida::ui
