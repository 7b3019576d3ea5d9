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

constexpr QLatin1String kTitle("title");
constexpr QLatin1String kText("text");
constexpr QLatin1String kLead("lead");
constexpr QLatin1String kAssist("assist");

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
    auto* down = column(box, 0, space::kTiny);
    auto* across = row();
    auto* below = row();
    down->addLayout(across);
    down->addLayout(below);
    Row made{box, new QLineEdit, new Picker, new QLineEdit, new UnitsField(m_units, tr("Units that assist"))};
    made.title->setPlaceholderText(tr("What this part is about"));
    made.title->setAccessibleName(made.title->placeholderText());
    made.lead->setChoices(m_units);
    made.lead->setPlaceholderText(tr("Unit that answers for it"));
    made.lead->setAccessibleName(made.lead->placeholderText());
    made.text->setPlaceholderText(tr("More, if it helps"));
    made.text->setAccessibleName(made.text->placeholderText());
    QToolButton* out = flatButton(QStringLiteral("close"), tr("Take out"));
    made.assist->setAccessibleName(tr("Units that assist"));
    across->addWidget(made.title, 4);
    across->addWidget(made.lead, 3);
    across->addWidget(out);
    below->addWidget(made.text, 4);
    below->addWidget(made.assist, 3);
    below->addSpacing(out->sizeHint().width() + space::kSmall);
    m_rows->addWidget(box);
    m_made.push_back(made);
    connect(made.title, &QLineEdit::textChanged, this, &PartsField::tell);
    connect(made.text, &QLineEdit::textChanged, this, &PartsField::tell);
    connect(made.lead, &Picker::picked, this, &PartsField::tell);
    connect(made.assist, &UnitsField::changed, this, &PartsField::tell);
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
        const QJsonArray assist = each.assist->units();
        if (!title.isEmpty() || !lead.isEmpty() || !text.trimmed().isEmpty() || !assist.isEmpty()) {
            parts.append(QJsonObject{{kTitle, title}, {kText, text}, {kLead, lead}, {kAssist, assist}});
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
        made.assist->setValue(part.value(kAssist));
    }
    m_quiet = false;
}

}  // namespace zhida::ui
