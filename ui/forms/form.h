// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "ui/delegates/widgets.h"
#include "ui/forms/field_shape.h"
#include "ui/forms/field_widget.h"
#include "ui/forms/picker.h"
#include "ui/presenters/form_presenter.h"
#include "ui/support/directory.h"

#include <QJsonValue>
#include <QWidget>

#include <functional>
#include <map>
#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QPlainTextEdit;

namespace zhida::ui {

using FormValues = QJsonObject;

/// The record that a form is about, and what stands in it now.
struct FormRecord {
    RecordSubject subject;
    QString title;
    FormValues values = {};
};

/// What forms are made from.
struct FormContext {
    service::Desk& desk;
    const Clock& clock;
    DirectoryPtr directory;
    std::optional<service::TicketView> ticket;  ///< none: a form that makes a new one
    bool chinese = true;                        ///< which of the two names of coded words
    std::optional<FormRecord> record = {};      ///< of a form that becomes an act on a record
    std::vector<TicketId> bulk = {};  ///< the same command goes to all of these; `ticket` is an example of them
};

/// A place in the grid of a form; labels stand above their fields.
struct FormCell {
    int row = 0;
    int column = 0;
    int span = 1;
};

/// The common part of all forms: heading, fields bound to the presenter by name, draft line, errors, buttons.
class Form : public QWidget {
    Q_OBJECT

public:
    Form(FormContext context, std::string_view command, const QString& heading, int columns, QWidget* parent = nullptr);

    [[nodiscard]] FormPresenter& presenter() { return m_presenter; }
    [[nodiscard]] const FormContext& context() const { return m_context; }
    /// Puts the cursor into the first field and brings back a draft.
    void start();
    /// Decides, stores and tells sent(); shows what is missing otherwise.
    void send(bool andNext);
    /// Nothing can be sent, and why; empty: it can.
    void bar(const QString& why);
    /// Takes a proposal for a field; a person's own words are not overwritten unless `replace`.
    void fill(const QString& name, const QJsonValue& value, bool replace = false);
    [[nodiscard]] QWidget* field(const QString& name) const;
    [[nodiscard]] const QString& heading() const { return m_heading; }

signals:
    void sent(const zhida::service::Submitted& submitted, bool andNext);
    void sentAll(const zhida::service::BulkOutcome& outcome);
    void closed();
    /// Of a form about a record.
    void actSent(const zhida::service::RecordSubmitted& submitted);
    /// Something was typed, proposed or brought back.
    void touched();
    /// The text of the form has changed in a way the knowledge search should know.
    void about(const QString& text, const QString& region);

protected:
    QLineEdit* addLine(const QString& name, const FormCell& cell, const QString& hint = {});
    QPlainTextEdit* addText(const QString& name, const FormCell& cell, int lines, const QString& hint = {});
    /// The first option is the form's proposal, unless a choice must be a person's (`propose` false).
    QComboBox* addCombo(const QString& name, const FormCell& cell, const std::vector<FormOption>& options,
                        bool propose = true);
    Picker* addPicker(const QString& name, const FormCell& cell, std::vector<Choice> choices, const QString& hint = {});
    QCheckBox* addCheck(const QString& name, const FormCell& cell, const QString& text);
    /// Buttons of which one is pressed. Booleans are "true" and "false".
    QWidget* addRadios(const QString& name, const FormCell& cell, const std::vector<FormOption>& options);
    void addFieldWidget(const QString& name, FieldWidget* widget, const FormCell& cell);
    void addWidget(QWidget* widget, const FormCell& cell);
    void addLabelled(const QString& name, QWidget* widget, const FormCell& cell);
    /// How a value gets into the widget of a field that the subclass made itself.
    void bind(const QString& name, QWidget* widget, std::function<void(const QJsonValue&)> show);
    void edited(const QString& name, const QJsonValue& value);
    /// A proposal of the form, shown.
    void put(const QString& name, const QJsonValue& value);
    /// A field that does not fit the others is not there and sends nothing.
    void setShown(const QString& name, bool shown);
    /// Last look before sending: fill what can be derived. False keeps the form open (after telling why).
    virtual bool prepare() { return true; }
    /// Fields have come back from a draft or were changed by a person.
    virtual void fieldsChanged() {}
    void complain(const Error& error);
    /// What the button that sends is called.
    void nameSend(const QString& text);
    [[nodiscard]] QString textOf(const QString& name) const;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Bound {
        QWidget* widget;
        std::function<void(const QJsonValue&)> show;
    };
    void buildFrame();
    void buildFoot(QVBoxLayout* layout);
    void connectPresenter();
    void onRestored(const QJsonObject& fields, Instant savedAt);
    void watch(QWidget* widget);

    FormContext m_context;
    QString m_heading;
    QString m_barred;
    FormPresenter m_presenter;
    QGridLayout* m_grid = nullptr;
    QLabel* m_draft = nullptr;
    QLabel* m_error = nullptr;
    QPushButton* m_discard = nullptr;
    QPushButton* m_send = nullptr;
    std::map<QString, Bound> m_bound;
    std::map<QString, QLabel*> m_labels;
    QWidget* m_first = nullptr;
    int m_columns;
};

/// Choices of reference data for pickers.
std::vector<Choice> unitChoices(const Directory& directory);
std::vector<Choice> categoryChoices(const Directory& directory);
std::vector<Choice> regionChoices(const Directory& directory);
std::vector<Choice> userChoices(const Directory& directory);

}  // namespace zhida::ui
