// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/domain/deadline.h"
#include "model/service/desk.h"
#include "ui/forms/picker.h"
#include "ui/presenters/lookup_presenter.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QWidget>

#include <vector>

class QComboBox;
class QDateTimeEdit;
class QHBoxLayout;
class QSpinBox;

namespace zhida::ui {

/// A field of a form that is more than one input. Its value is what the command's JSON holds.
class FieldWidget : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    /// Out of a draft or a proposal: shows it and tells nobody.
    virtual void setValue(const QJsonValue& value) = 0;

signals:
    /// A person has changed it.
    void changed(const QJsonValue& value);
};

/// Several units as chips, with a picker to add one.
class UnitsField : public FieldWidget {
    Q_OBJECT

public:
    UnitsField(std::vector<Choice> choices, const QString& hint, QWidget* parent = nullptr);
    void setValue(const QJsonValue& value) override;
    [[nodiscard]] QJsonArray units() const { return m_value.toArray(); }

private:
    void set(const QString& code, bool on);
    void showChips();

    Picker* m_picker;
    QHBoxLayout* m_chips;
    QJsonValue m_value;
};

/// A day and a time on the centre's wall clock, whatever the machine's zone is.
class MomentField : public FieldWidget {
    Q_OBJECT

public:
    explicit MomentField(UtcOffset offset, QWidget* parent = nullptr);
    void setValue(const QJsonValue& value) override;
    void setMoment(Instant at);
    [[nodiscard]] QDateTimeEdit& edit() { return *m_edit; }

private:
    UtcOffset m_offset;
    QDateTimeEdit* m_edit;
};

/// "5wd" as an amount and a unit.
class TermField : public FieldWidget {
    Q_OBJECT

public:
    explicit TermField(QWidget* parent = nullptr);
    void setValue(const QJsonValue& value) override;

private:
    void tell();

    QSpinBox* m_amount;
    QComboBox* m_unit;
};

/// Another ticket, found by its number, a phone number or words; or one of a few that are known.
class TicketField : public FieldWidget {
    Q_OBJECT

public:
    TicketField(service::Desk& desk, const Clock& clock, QWidget* parent = nullptr);
    void setValue(const QJsonValue& value) override;
    /// Only these are offered; nothing is searched.
    void offer(service::Desk& desk, const std::vector<TicketId>& tickets);

private:
    void showFound();

    LookUpPresenter m_lookUp;
    QLineEdit* m_typed;
    QComboBox* m_found;
};

}  // namespace zhida::ui
