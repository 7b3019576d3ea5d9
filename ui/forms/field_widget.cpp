// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/field_widget.h"

#include "ui/delegates/widgets.h"
#include "ui/support/ask.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QDateTimeEdit>
#include <QJsonArray>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <utility>

namespace zhida::ui {

UnitsField::UnitsField(std::vector<Choice> choices, const QString& hint, QWidget* parent)
    : FieldWidget(parent), m_picker(new Picker), m_chips(row(nullptr, 0, space::kTiny)) {
    auto* across = row(this);
    m_picker->setChoices(std::move(choices));
    m_picker->setPlaceholderText(hint);
    m_picker->setMinimumWidth(200);
    m_picker->setMaximumWidth(260);
    across->addWidget(m_picker);
    across->addLayout(m_chips, 1);
    m_chips->addStretch();
    setFocusProxy(m_picker);
    connect(m_picker, &Picker::picked, this, [this](const QString& code) {
        if (!code.isEmpty()) {
            m_picker->setCode({});
            set(code, true);
        }
    });
}

void UnitsField::setValue(const QJsonValue& value) {
    m_value = value;
    showChips();
}

void UnitsField::set(const QString& code, bool on) {
    QJsonArray after;
    const QJsonArray before = units();
    for (const auto& each : before) {
        if (each.toString() != code) {
            after.append(each);
        }
    }
    if (on) {
        after.append(code);
    }
    setValue(after);
    emit changed(m_value);
}

void UnitsField::showChips() {
    clearLayout(m_chips);
    const QJsonArray all = units();
    for (const auto& each : all) {
        const QString code = each.toString();
        QPushButton* chosen = button(m_picker->model().pathOf(s(code)), QStringLiteral("close"));
        chosen->setToolTip(tr("Take out"));
        connect(chosen, &QPushButton::clicked, this, [this, code] { set(code, false); });
        m_chips->addWidget(chosen);
    }
    m_chips->addStretch();
}

MomentField::MomentField(UtcOffset offset, QWidget* parent)
    : FieldWidget(parent), m_offset(offset), m_edit(new QDateTimeEdit) {
    row(this, 0, 0)->addWidget(m_edit);
    m_edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_edit->setCalendarPopup(true);
    setFocusProxy(m_edit);
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime& chosen) {
        const QDateTime local(chosen.date(), chosen.time(), Qt::OffsetFromUTC, m_offset.minutes * 60);
        emit changed(q(formatIso(Instant{local.toMSecsSinceEpoch()}, m_offset)));
    });
}

void MomentField::setValue(const QJsonValue& value) {
    if (const auto at = parseIso(s(value.toString()), m_offset)) {
        setMoment(*at);
    }
}

void MomentField::setMoment(Instant at) {
    const QSignalBlocker quiet(m_edit);
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(at.ms, Qt::OffsetFromUTC, m_offset.minutes * 60);
    m_edit->setDateTime(QDateTime(wall.date(), wall.time()));
}

TermField::TermField(QWidget* parent) : FieldWidget(parent), m_amount(new QSpinBox), m_unit(new QComboBox) {
    auto* across = row(this);
    m_amount->setRange(1, 365);
    for (const auto& unit : EnumCodes<domain::TermUnit>::kTable) {
        m_unit->addItem(words::of(unit.first), static_cast<int>(unit.first));
    }
    across->addWidget(m_amount);
    across->addWidget(m_unit, 1);
    setFocusProxy(m_amount);
    connect(m_amount, &QSpinBox::valueChanged, this, &TermField::tell);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &TermField::tell);
}

void TermField::tell() {
    const domain::Term term{m_amount->value(), static_cast<domain::TermUnit>(m_unit->currentData().toInt())};
    emit changed(q(domain::textOf(term)));
}

void TermField::setValue(const QJsonValue& value) {
    if (const auto term = domain::parseTerm(s(value.toString()))) {
        const QSignalBlocker quietAmount(m_amount);
        const QSignalBlocker quietUnit(m_unit);
        m_amount->setValue(term->amount);
        m_unit->setCurrentIndex(m_unit->findData(static_cast<int>(term->unit)));
    }
}

TicketField::TicketField(service::Desk& desk, const Clock& clock, QWidget* parent)
    : FieldWidget(parent), m_lookUp(desk, clock), m_typed(new QLineEdit), m_found(new QComboBox) {
    auto* down = column(this, 0, space::kTiny);
    m_typed->setPlaceholderText(tr("Number of the ticket, its last digits, a phone number or words"));
    m_typed->setAccessibleName(tr("Number, phone or words"));
    m_found->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_found->setAccessibleName(tr("Tickets found"));
    m_found->setEnabled(false);
    down->addWidget(m_typed);
    down->addWidget(m_found);
    setFocusProxy(m_typed);
    connect(m_typed, &QLineEdit::textChanged, this, [this](const QString& text) { m_lookUp.type(text); });
    connect(m_found, &QComboBox::currentIndexChanged, this,
            [this] { emit changed(m_found->currentData().toString()); });
    connect(&m_lookUp, &LookUpPresenter::found, this, &TicketField::showFound);
}

/// A draft keeps the id only; the search is typed anew.
void TicketField::setValue(const QJsonValue& value) { m_found->setCurrentIndex(m_found->findData(value.toString())); }

void TicketField::offer(service::Desk& desk, const std::vector<TicketId>& tickets) {
    m_typed->hide();
    setFocusProxy(m_found);
    ask(
        desk, this,
        [tickets](service::DeskReader& reader) {
            std::vector<service::QueueRow> rows;
            for (const TicketId& each : tickets) {
                if (auto found = reader.row(each)) {
                    rows.push_back(std::move(*found));
                }
            }
            return rows;
        },
        [this](std::vector<service::QueueRow> rows) {
            m_lookUp.model().reset(std::move(rows), false);
            showFound();
        });
}

void TicketField::showFound() {
    m_found->clear();
    for (int i = 0; i < m_lookUp.model().rowCount(); ++i) {
        const QueueLine* line = m_lookUp.model().line(i);
        m_found->addItem(line->number + QStringLiteral("  ") + line->title, q(line->row.ticket.text()));
    }
    m_found->setEnabled(m_found->count() > 0);
    if (m_found->count() == 0 && m_lookUp.searched()) {
        m_found->setPlaceholderText(tr("Nothing found"));
    }
}

}  // namespace zhida::ui
