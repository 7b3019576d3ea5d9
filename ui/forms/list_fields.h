// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/field_widget.h"

#include <QJsonObject>

#include <map>
#include <vector>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace zhida::ui {

/// A list of texts, one a line.
class LinesField : public FieldWidget {
    Q_OBJECT

public:
    explicit LinesField(const QString& hint, QWidget* parent = nullptr);
    void setValue(const QJsonValue& value) override;

private:
    QPlainTextEdit* m_text;
};

/// What an answer rests on: law, number, clause. There is always an empty line to write the next one into.
class LawsField : public FieldWidget {
    Q_OBJECT

public:
    explicit LawsField(QWidget* parent = nullptr);
    void setValue(const QJsonValue& value) override;

private:
    struct Row {
        QWidget* box;
        QLineEdit* name;
        QLineEdit* number;
        QLineEdit* clause;
    };
    void add();
    void tell();

    std::vector<Row> m_made;
    QVBoxLayout* m_rows;
    bool m_quiet = false;
};

/// What an implementation list says of a service; folded away while it says nothing.
class FactsField : public FieldWidget {
    Q_OBJECT

public:
    explicit FactsField(QWidget* parent = nullptr);
    void setValue(const QJsonValue& value) override;

private:
    QWidget* m_grid;
    QCheckBox* m_is;
    std::map<QString, QLineEdit*> m_lines;
    QJsonObject m_value;
};

}  // namespace zhida::ui
